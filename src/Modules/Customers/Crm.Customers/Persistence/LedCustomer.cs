using Crm.Customers.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>
/// Of a customer only which one it leads to and whose it is, past every filter: so that a query can ask for the survivor of what it reads without
/// switching filters off, which would be off in all of it.
/// </summary>
internal sealed class LedCustomer
{
    public CustomerId Id { get; private set; }

    public CustomerId? SurvivorId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    // As a view, though there is none: the table itself belongs to the customers, and is read only.
    public static void Map(ModelBuilder model) => model.Entity<LedCustomer>().HasNoKey().ToView("Customers");
}
