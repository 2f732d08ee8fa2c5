namespace Crm.Customers.Domain;

/// <summary>How long what is said of a customer may be, in characters.</summary>
internal static class CustomerLimits
{
    public const int Code = 40;
    public const int Text = 200;
    public const int Reason = 500;
    public const int Note = 4000;
}
