namespace Crm.Customers.Domain;

// Which part of the market a customer belongs to.
internal sealed partial class Customer
{
    /// <summary>Of the platform; null: of none.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>Puts a customer that is just being registered where it fits, unless it was said where it belongs.</summary>
    public void PlaceIn(Guid? territory) => TerritoryId ??= territory;
}
