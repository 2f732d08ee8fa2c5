namespace Crm.Customers.Domain;

// One that was found to be another one leads to that one for good, and stays as it was, so that it can be had back.
internal sealed partial class Customer
{
    /// <summary>The customer that this one was found to be.</summary>
    public CustomerId? MergedIntoId { get; private set; }

    /// <summary>The last of the customers that this one leads to; null where it was merged into none.</summary>
    public CustomerId? SurvivorId { get; private set; }
}
