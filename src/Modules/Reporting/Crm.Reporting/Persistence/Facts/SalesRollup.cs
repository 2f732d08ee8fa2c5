using System.Security.Cryptography;
using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Reporting.Persistence.Facts;

/// <summary>
/// The ways in which a day's sales are added up. Each order counts once in every slice and once per distinct key within it, so that the
/// number of orders of a product or category is right although an order has several.
/// </summary>
internal enum Slice
{
    Total,
    Customer,
    Product,
    Category,
    Country,
    Channel,
}

/// <summary>Sales of one day, currency, unit, salesperson and key of a slice. Everything in it adds up over rows, except smallest and largest.</summary>
internal sealed class SalesRollup : IOwned, IGenerated
{
    /// <summary>How rows of one key become one.</summary>
    public static readonly AddedUp Additive = new(
        [nameof(Orders), nameof(Lines), nameof(Units), nameof(Net), nameof(NetRemainder), nameof(Gross), nameof(GrossRemainder), nameof(Cost),
            nameof(LinesWithoutCost), nameof(Freight), nameof(ReturnedUnits), nameof(ReturnedNet), nameof(ReturnedRemainder)],
        [nameof(Smallest)],
        [nameof(Largest)]);

    public required int Generation { get; init; }

    /// <summary>Made from the key, so that a row is found without a search: see <see cref="IdOf"/>.</summary>
    public required Guid Id { get; init; }

    public required Slice Slice { get; init; }

    public required DateOnly Day { get; init; }

    public required string Currency { get; init; }

    /// <summary>The salesperson.</summary>
    public required Guid? OwnerId { get; init; }

    public required Guid? UnitId { get; init; }

    /// <summary>Id or text of the slice's dimension; empty in the total and where none is known.</summary>
    public required string Key { get; init; }

    /// <summary>Orders with at least one line here.</summary>
    public int Orders { get; set; }

    public int Lines { get; set; }

    public long Units { get; set; }

    /// <summary>Sum of the rounded nets.</summary>
    public decimal Net { get; set; }

    /// <summary>Sum of exact minus rounded nets; with <see cref="Net"/> the exact sum, in a number that stays small.</summary>
    public decimal NetRemainder { get; set; }

    /// <summary>Sum of the grosses before discount, each rounded to the currency's digits.</summary>
    public decimal Gross { get; set; }

    /// <summary>Sum of exact minus rounded grosses.</summary>
    public decimal GrossRemainder { get; set; }

    /// <summary>Sum of the known costs.</summary>
    public decimal Cost { get; set; }

    public int LinesWithoutCost { get; set; }

    /// <summary>Sum of the orders' freights; 0 in slices that divide orders.</summary>
    public decimal Freight { get; set; }

    /// <summary>Of <see cref="Units"/>, those that were refunded since.</summary>
    public long ReturnedUnits { get; set; }

    /// <summary>Of <see cref="Net"/>, what was refunded since.</summary>
    public decimal ReturnedNet { get; set; }

    /// <summary>Sum of exact minus rounded refunded nets.</summary>
    public decimal ReturnedRemainder { get; set; }

    /// <summary>Smallest exact net of a line. Rounding keeps the order, so the rounded one is its rounding.</summary>
    public decimal Smallest { get; set; }

    /// <summary>Largest exact net of a line.</summary>
    public decimal Largest { get; set; }

    /// <summary>The same on every host and in every generation.</summary>
    public static Guid IdOf(Slice slice, DateOnly day, string currency, Guid? owner, Guid? unit, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{(int)slice}|{day:O}|{currency}|{owner:N}|{unit:N}|{key}")), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
