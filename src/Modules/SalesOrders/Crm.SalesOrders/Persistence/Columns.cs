namespace Crm.SalesOrders.Persistence;

/// <summary>Lengths of text columns, in characters; validators refuse what is longer.</summary>
internal static class Columns
{
    public const int Sku = 60;
    public const int Name = 200;
    public const int Category = 100;
    public const int Unit = 60;
    public const int Barcode = 60;
    public const int Currency = 3;
    public const int Code = 60;
    public const int Number = 40;
    public const int Reference = 100;
    public const int ExternalSystem = 50;
    public const int ExternalId = 100;
    public const int Place = 100;
    public const int Street = 400;
    public const int Reason = 500;
}
