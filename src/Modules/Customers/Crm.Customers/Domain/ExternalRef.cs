using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

/// <summary>The customer's key in another system; unique per system.</summary>
internal sealed class ExternalRef(string system, string externalId)
{
    public string System { get; private set; } = system;

    [PersonalInCopies]
    public string ExternalId { get; private set; } = externalId;
}
