namespace Crm.Customers.Domain;

internal sealed partial class Customer
{
    /// <summary>Makes it again what it was at another time, hidden or not.</summary>
    public void TakeBack(CustomerDetails details, Guid? ownerId, Guid? unitId, DateTimeOffset? deletedAt)
    {
        RefuseIfErased();
        (OwnerId, UnitId, DeletedAt) = (IsPooled ? null : ownerId, unitId, deletedAt);
        Take(details);
        Raise(new CustomerWasChanged());
    }
}
