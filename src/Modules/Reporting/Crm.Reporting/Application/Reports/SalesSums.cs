using System.Linq.Expressions;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence.Facts;

namespace Crm.Reporting.Application.Reports;

/// <summary>Roll-ups added up over one group.</summary>
internal sealed record SalesSums
{
    public int Orders { get; init; }

    public int Lines { get; init; }

    public long Units { get; init; }

    public decimal NetRounded { get; init; }

    public decimal NetRemainder { get; init; }

    public decimal GrossRounded { get; init; }

    public decimal GrossRemainder { get; init; }

    public decimal Freight { get; init; }

    public long ReturnedUnits { get; init; }

    public decimal ReturnedRounded { get; init; }

    public decimal ReturnedRemainder { get; init; }

    public decimal Smallest { get; init; }

    public decimal Largest { get; init; }

    /// <summary>Of two groups that are shown as one.</summary>
    public static SalesSums operator +(SalesSums a, SalesSums b) => new()
    {
        Orders = a.Orders + b.Orders,
        Lines = a.Lines + b.Lines,
        Units = a.Units + b.Units,
        NetRounded = a.NetRounded + b.NetRounded,
        NetRemainder = a.NetRemainder + b.NetRemainder,
        GrossRounded = a.GrossRounded + b.GrossRounded,
        GrossRemainder = a.GrossRemainder + b.GrossRemainder,
        Freight = a.Freight + b.Freight,
        ReturnedUnits = a.ReturnedUnits + b.ReturnedUnits,
        ReturnedRounded = a.ReturnedRounded + b.ReturnedRounded,
        ReturnedRemainder = a.ReturnedRemainder + b.ReturnedRemainder,
        Smallest = Math.Min(a.Smallest, b.Smallest),
        Largest = Math.Max(a.Largest, b.Largest),
    };

    public decimal NetExact => NetRounded + NetRemainder;

    public decimal GrossExact => GrossRounded + GrossRemainder;

    public decimal NetBy(NetBasis basis) => basis == NetBasis.Exact ? NetExact : NetRounded;

    /// <summary>Of the net, what was refunded since.</summary>
    public decimal ReturnedBy(NetBasis basis) => basis == NetBasis.Exact ? ReturnedRounded + ReturnedRemainder : ReturnedRounded;

    /// <summary>One group of roll-ups as the database adds it up.</summary>
    public static Expression<Func<IGrouping<TKey, SalesRollup>, GroupSums<TKey>>> Of<TKey>() => g => new GroupSums<TKey>
    {
        Key = g.Key,
        Sums = new SalesSums
        {
            Orders = g.Sum(r => r.Orders),
            Lines = g.Sum(r => r.Lines),
            Units = g.Sum(r => r.Units),
            NetRounded = g.Sum(r => r.Net),
            NetRemainder = g.Sum(r => r.NetRemainder),
            GrossRounded = g.Sum(r => r.Gross),
            GrossRemainder = g.Sum(r => r.GrossRemainder),
            Freight = g.Sum(r => r.Freight),
            ReturnedUnits = g.Sum(r => r.ReturnedUnits),
            ReturnedRounded = g.Sum(r => r.ReturnedNet),
            ReturnedRemainder = g.Sum(r => r.ReturnedRemainder),
            Smallest = g.Min(r => r.Smallest),
            Largest = g.Max(r => r.Largest),
        },
    };
}

internal sealed record GroupSums<TKey>
{
    public required TKey Key { get; init; }

    public required SalesSums Sums { get; init; }
}
