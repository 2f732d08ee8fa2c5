namespace Crm.SalesOrders.Domain;

/// <summary>Bounds that every database can hold; what is beyond them is a mistake and not a sale.</summary>
internal static class Limits
{
    /// <summary>Units of a product in a warehouse, and of a line.</summary>
    public const int MostUnits = 1_000_000_000;

    public const int MostLines = 500;

    /// <summary>Products of one stock-taking, which is posted in one transaction.</summary>
    public const int MostCountedLines = 2_000;

    /// <summary>Products that one supplier is known to sell.</summary>
    public const int MostSupplierItems = 2_000;

    /// <summary>Vouchers on one order.</summary>
    public const int MostCoupons = 20;

    /// <summary>Lists of keys in other systems.</summary>
    public const int MostExternalRefs = 20;

    /// <summary>A unit price.</summary>
    public const decimal LargestPrice = 1_000_000_000m;

    /// <summary>The net of an order: eight decimals of it still fit into 64 bits, which is what SQLite has.</summary>
    public const decimal LargestNet = 90_000_000_000m;
}

/// <summary>Where stock lies. There is one until the company opens others.</summary>
internal static class Warehouses
{
    public const string Default = "main";
}
