namespace Crm.Customers.Application;

/// <summary>How masks name what is shown in more than one place.</summary>
internal static class CustomerFields
{
    /// <summary>Of the customer and of its contacts, as written and as normalised.</summary>
    public const string Number = $"{CustomerInput.Resource}.contactPoints.value";
}
