using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Policy;

/// <summary>Whether four eyes have looked at something where the company wants that.</summary>
internal static class Approval
{
    public static readonly Rule OwnApproval = new(
        "planning.own-approval", "Who submitted it may not approve it: somebody else must.", "提交人不能自行批准，须由他人批准。");

    public static readonly Rule NotSubmitted = new(
        "planning.not-submitted", "It was not submitted for review. Submit it, then somebody else approves it.", "尚未提交审核。请先提交，再由他人批准。");

    /// <param name="policy">Says whether it is wanted.</param>
    /// <param name="submittedBy">Null: nobody submitted it.</param>
    /// <param name="approver">Who approves now.</param>
    public static void Require(PolicyTerms policy, Guid? submittedBy, Guid approver)
    {
        if (policy.ApproveOwn) return;
        if (submittedBy is null) throw NotSubmitted.Broken();
        if (submittedBy == approver) throw OwnApproval.Broken();
    }
}
