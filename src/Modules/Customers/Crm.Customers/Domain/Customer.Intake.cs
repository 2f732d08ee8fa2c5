namespace Crm.Customers.Domain;

internal sealed partial class Customer
{
    /// <summary>Makes it again what it was at another time, hidden or not.</summary>
    public void TakeBack(CustomerDetails details, Guid? ownerId, Guid? unitId, DateTimeOffset? deletedAt, DateTimeOffset now)
    {
        RefuseIfErased();
        // What lies in a pool stays there, and is claimed.
        if (!IsPooled) BelongTo(ownerId, unitId, now);
        DeletedAt = deletedAt;
        Take(details);
        Raise(new CustomerWasChanged());
    }
}
