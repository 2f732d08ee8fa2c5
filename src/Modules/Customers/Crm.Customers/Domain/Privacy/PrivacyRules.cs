using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Privacy;

internal static class PrivacyRules
{
    public static readonly Rule PurposeUnknown = new(
        "customers.consent-purpose-unknown", "There is no purpose '{0}' that consent can be given for, or it is retired.", "不存在可同意的用途“{0}”，或该用途已停用。");
}
