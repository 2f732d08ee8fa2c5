using System.Linq.Expressions;
using Crm.Customers.Contracts;
using Crm.Platform.Contracts;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>Customers, products, people and units as they are now. An erasure wins over whatever comes before or after it.</summary>
internal sealed class CopyProjection(ReportingDbContext db, int generation)
{
    public async Task Apply(IReadOnlyList<Happened> events, CancellationToken ct)
    {
        var erased = events.Select(e => e.Event).OfType<PersonErasureRequestedV1>().Select(e => e.PersonId).ToHashSet();
        await KeepCustomers(events, erased, ct);
        await KeepPeople(events, erased, ct);
        await Keep<ProductCopy, ProductChangedV1>(
            events, e => e.ProductId, ids => p => ids.Contains(p.ProductId), p => p.ProductId, id => new ProductCopy { Generation = generation, ProductId = id }, Describe, ct);
        await Keep<UnitCopy, OrgUnitChangedV1>(
            events, e => e.UnitId, ids => u => ids.Contains(u.UnitId), u => u.UnitId, id => new UnitCopy { Generation = generation, UnitId = id }, Describe, ct);
    }

    private async Task KeepCustomers(IReadOnlyList<Happened> events, HashSet<Guid> erased, CancellationToken ct)
    {
        var states = events.Select(e => (e.Position, State: StateOf(e))).Where(e => e.State is not null).ToList();
        var known = await Known<CustomerCopy>([.. states.Select(s => s.State!.CustomerId), .. erased], ids => c => ids.Contains(c.CustomerId), c => c.CustomerId, ct);
        foreach (var (position, state) in states)
        {
            var copy = Of(known, state!.CustomerId, id => new CustomerCopy { Generation = generation, CustomerId = id });
            if (position <= copy.SourceVersion) continue;
            copy.SourceVersion = position;
            Describe(copy, state);
        }

        // Whose id it is, a customer's or a user's, is not known here: both remember it.
        foreach (var id in erased)
        {
            var copy = Of(known, id, missing => new CustomerCopy { Generation = generation, CustomerId = missing });
            (copy.IsErased, copy.Name, copy.City, copy.Source) = (true, null, null, null);
        }
    }

    private async Task KeepPeople(IReadOnlyList<Happened> events, HashSet<Guid> erased, CancellationToken ct)
    {
        var users = events.Where(e => e.Event is UserChangedV1).Select(e => (e.Position, User: (UserChangedV1)e.Event)).ToList();
        var known = await Known<PersonCopy>([.. users.Select(u => u.User.UserId), .. erased], ids => p => ids.Contains(p.UserId), p => p.UserId, ct);
        foreach (var (position, user) in users)
        {
            var copy = Of(known, user.UserId, id => new PersonCopy { Generation = generation, UserId = id });
            if (position <= copy.SourceVersion) continue;
            copy.SourceVersion = position;
            copy.Login = copy.IsErased ? "" : user.Login ?? "";
            copy.Name = copy.IsErased ? null : user.Name;
            copy.UnitId = user.UnitId;
        }

        foreach (var id in erased)
        {
            var copy = Of(known, id, missing => new PersonCopy { Generation = generation, UserId = missing });
            (copy.IsErased, copy.Name, copy.Login) = (true, null, "");
        }
    }

    private async Task Keep<TCopy, TEvent>(
        IReadOnlyList<Happened> events, Func<TEvent, Guid> idOf, Func<List<Guid>, Expression<Func<TCopy, bool>>> among, Func<TCopy, Guid> key,
        Func<Guid, TCopy> create, Action<TCopy, TEvent> describe, CancellationToken ct)
        where TCopy : Copy
    {
        var changes = events.Where(e => e.Event is TEvent).Select(e => (e.Position, Event: (TEvent)(object)e.Event)).ToList();
        var known = await Known([.. changes.Select(c => idOf(c.Event))], among, key, ct);
        foreach (var (position, happened) in changes)
        {
            var copy = Of(known, idOf(happened), create);
            if (position <= copy.SourceVersion) continue;
            copy.SourceVersion = position;
            describe(copy, happened);
        }
    }

    private async Task<Dictionary<Guid, TCopy>> Known<TCopy>(
        List<Guid> ids, Func<List<Guid>, Expression<Func<TCopy, bool>>> among, Func<TCopy, Guid> key, CancellationToken ct)
        where TCopy : Copy =>
        ids.Count == 0 ? [] : await db.Set<TCopy>().Where(c => c.Generation == generation).Where(among(ids)).ToDictionaryAsync(key, ct);

    private TCopy Of<TCopy>(Dictionary<Guid, TCopy> known, Guid id, Func<Guid, TCopy> create)
        where TCopy : Copy
    {
        if (known.TryGetValue(id, out var copy)) return copy;
        copy = create(id);
        db.Add(copy);
        return known[id] = copy;
    }

    private static CustomerStateV1? StateOf(Happened happened) => happened.Event switch
    {
        CustomerRegisteredV1 e => e.Customer,
        CustomerChangedV1 e => e.Customer,
        _ => null,
    };

    private static void Describe(CustomerCopy copy, CustomerStateV1 state)
    {
        copy.Code = state.Code;
        copy.Kind = state.Kind;
        copy.Name = copy.IsErased ? null : state.Name;
        copy.Country = state.Country;
        copy.Region = state.Region;
        copy.City = copy.IsErased ? null : state.City;
        copy.Industry = state.Industry;
        copy.Source = copy.IsErased ? null : state.Source;
        copy.Channel = state.Channel;
        copy.IsDeleted = state.IsDeleted;
        copy.SurvivorId = state.SurvivorId;
    }

    private static void Describe(ProductCopy copy, ProductChangedV1 product)
    {
        copy.Sku = product.Sku;
        copy.Name = product.Name;
        copy.Category = product.Category;
        copy.Unit = product.Unit;
        copy.IsActive = product.IsActive;
    }

    private static void Describe(UnitCopy copy, OrgUnitChangedV1 unit)
    {
        copy.Code = unit.Code;
        copy.Name = unit.Name;
        copy.ParentId = unit.ParentId;
    }
}
