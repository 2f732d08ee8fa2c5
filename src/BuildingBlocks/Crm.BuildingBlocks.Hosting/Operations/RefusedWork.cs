namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>A refusal as a problem of an operation: the same codes and texts that a request would be answered with.</summary>
internal static class RefusedWork
{
    private static readonly Phrase NotFound = new("There is no {0} '{1}', or you may not see it.", "不存在 {0}“{1}”，或您无权查看。");
    private static readonly Phrase NotPermitted = new("You lack the permission '{0}'.", "您缺少权限“{0}”。");
    private static readonly Phrase Stale = new("The {0} was changed by somebody else in the meantime.", "{0} 已被其他人修改。");
    private static readonly Phrase Plain = new("{0}", "{0}");

    public static OperationProblem Problem(Guid operation, Refusal refusal) => Describe(refusal) switch
    {
        var (code, text, values, field) => OperationStep.NewProblem(operation, code, text, values, field: field),
    };

    public static (string Code, Phrase Text, object?[] Values, string? Field) Describe(Refusal refusal) => refusal switch
    {
        RuleBroken broken => (broken.Rule.Code, broken.Rule.Text, [.. broken.Values], null),
        InvalidInput { Errors: [var first, ..] } => ("validation", first.Text, [.. first.Values], first.Pointer),
        ResourceNotFound missing => ("not-found", NotFound, [missing.Kind, missing.ResourceKey], null),
        NotAllowed forbidden => ("forbidden", NotPermitted, [forbidden.Permission], null),
        VersionMismatch stale => ("stale", Stale, [stale.Kind], null),
        _ => ("refused", Plain, [refusal.Message], null),
    };
}
