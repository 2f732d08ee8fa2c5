using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;

namespace Crm.Customers.Api.Pools;

/// <summary>A pool, in a list and alone.</summary>
/// <param name="Units">Whose people may claim; empty: everybody's.</param>
/// <param name="Permission">That whoever claims must have beside the right to claim.</param>
/// <param name="DailyCap">How many a person may claim on one business day; absent: any number.</param>
/// <param name="DaysBeforeOwnClaim">For how many business days whoever had a customer does not claim it back; absent: none.</param>
/// <param name="Rule">Whose customers come here by themselves; absent: nobody's.</param>
internal sealed record PoolView(
    Guid Id, string Code, Phrase Names, bool IsActive, IReadOnlyList<Guid> Units, string? Permission, int? DailyCap, int? DaysBeforeOwnClaim, ReleaseRule? Rule, int Version)
{
    public static PoolView Of(Pool p) => new(p.Key, p.Code, new Phrase(p.Name, p.NameChinese), p.IsActive, p.Units, p.Permission, p.DailyCap, p.DaysBeforeOwnClaim, p.Rule, p.Version);
}

/// <summary>A customer that lies in a pool, as those see it who may claim it.</summary>
internal sealed record PooledCustomerRow(
    Guid Id, string Code, CustomerKind Kind, string Name, string? Industry, CompanySize? Size, string? Source, string? Channel, Lifecycle Lifecycle,
    [property: MaskedAs("customers.addresses.country")] string? Country, DateTimeOffset? PooledAt, int Version)
{
    public static readonly Expression<Func<Customer, PooledCustomerRow>> FromCustomer = c => new PooledCustomerRow(
        c.Id.Value, c.Code, c.Kind, c.Name, c.Industry, c.Size, c.Source, c.Channel, c.Lifecycle,
        c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Country).FirstOrDefault(), c.PooledAt, c.Version);
}

/// <summary>That a customer lay in a pool.</summary>
/// <param name="By">Who put it there.</param>
/// <param name="ById">The user or client; the nil id where a rule did.</param>
/// <param name="Reason">As it was written, or why the rule took it, in the caller's language.</param>
internal sealed record PoolEntryView(Guid PoolId, PooledBy By, Guid ById, DateTimeOffset PooledAt, Guid? OwnerBefore, string? Reason, DateTimeOffset? ClaimedAt, Guid? ClaimedById)
{
    public static PoolEntryView Of(PoolEntry e, Language language) =>
        new(e.PoolId.Value, e.By, e.ById, e.PooledAt, e.OwnerBefore, language == Language.Chinese ? e.ReasonChinese ?? e.Reason : e.Reason, e.ClaimedAt, e.ClaimedById);
}

/// <summary>Whom the rules take up to a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Released">How many are taken.</param>
/// <param name="Noticed">How many are noticed by then and have some grace left.</param>
/// <param name="Items">The first of them.</param>
/// <param name="IsWhole">All of them are in the items.</param>
internal sealed record ReleaseSimulation(DateOnly On, int Released, int Noticed, IReadOnlyList<SimulatedRelease> Items, bool IsWhole);

/// <param name="Pool">Code of the pool.</param>
/// <param name="NoticedOn">The first day on which all that the rule says holds, as far as the rule has looked.</param>
/// <param name="ReleaseOn">The day on which it is taken.</param>
/// <param name="IsReleased">Up to the day that was asked for.</param>
/// <param name="Reasons">Why, in the caller's language.</param>
internal sealed record SimulatedRelease(Guid CustomerId, Guid OwnerId, string Pool, DateOnly NoticedOn, DateOnly ReleaseOn, bool IsReleased, IReadOnlyList<string> Reasons);

/// <summary>That a rule will take a customer from its owner, unless something happens until then.</summary>
/// <param name="Pool">Code of the pool.</param>
/// <param name="NoticedOn">Business day.</param>
/// <param name="ReleaseOn">Business day on which it is taken.</param>
internal sealed record PoolNoticeView(Guid CustomerId, Guid? OwnerId, string Pool, DateOnly NoticedOn, DateOnly ReleaseOn);
