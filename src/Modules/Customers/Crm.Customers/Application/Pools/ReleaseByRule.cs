using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Customers.Application.Pools;

/// <summary>Does with one customer what the rules say on a day: takes it from its owner, or writes down that it was noticed.</summary>
internal sealed record ReleaseByRule(Guid CustomerId, DateOnly Day) : ICommand<ReleasedByRule>;

/// <param name="Released">It was taken.</param>
/// <param name="Noticed">It was noticed just now.</param>
internal sealed record ReleasedByRule(bool Released, bool Noticed);

/// <summary>What was noticed of a customer counts no more: no rule wants it on a day.</summary>
internal sealed record DropNotice(Guid CustomerId, DateOnly Day) : ICommand<DroppedNotice>;

/// <param name="Dropped">There was one.</param>
internal sealed record DroppedNotice(bool Dropped);

internal sealed class ReleaseByRuleValidator : AbstractValidator<ReleaseByRule>
{
    public ReleaseByRuleValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class DropNoticeValidator : AbstractValidator<DropNotice>
{
    public DropNoticeValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class DropNoticeHandler(CustomersDbContext db, ReleasePlan plan) : ICommandHandler<DropNotice, DroppedNotice>
{
    public async Task<DroppedNotice> Handle(DropNotice command, CancellationToken ct)
    {
        var id = new CustomerId(command.CustomerId);
        if (await plan.Of(id, command.Day, ct) is not null || await db.PoolNotices.SingleOrDefaultAsync(n => n.CustomerId == id, ct) is not { } notice)
            return new DroppedNotice(false);
        db.PoolNotices.Remove(notice);
        return new DroppedNotice(true);
    }
}

internal sealed class ReleaseByRuleHandler(CustomersDbContext db, ReleasePlan plan, TimeProvider time) : ICommandHandler<ReleaseByRule, ReleasedByRule>
{
    public async Task<ReleasedByRule> Handle(ReleaseByRule command, CancellationToken ct)
    {
        var id = new CustomerId(command.CustomerId);
        // Loaded first: whatever is changed of it from here on, as by whoever claims it, makes this be done again.
        var customer = await db.ForChange<Customer, CustomerId>(id, ct);
        var notice = await db.PoolNotices.SingleOrDefaultAsync(n => n.CustomerId == id, ct);
        if (await plan.Of(id, command.Day, ct) is not { } planned) return new ReleasedByRule(false, false);
        if (planned.ReleaseOn > command.Day)
        {
            if (planned.IsNoticed) return new ReleasedByRule(false, false);
            if (notice is null) db.PoolNotices.Add(notice = new PoolNotice { CustomerId = id });
            notice.Become(planned.Pool.Id, planned.NoticedOn);
            customer.Notice(planned.Pool.Id, planned.NoticedOn, planned.ReleaseOn);
            return new ReleasedByRule(false, true);
        }

        var (before, now) = (customer.Ownership, time.GetUtcNow());
        if (notice is not null) db.PoolNotices.Remove(notice);
        customer.GiveUp(planned.Pool.Id, now);
        db.PoolEntries.Add(PoolEntry.Of(customer, before, PooledBy.Rule, Guid.Empty, Joined(Language.English), Joined(Language.Chinese), now));
        return new ReleasedByRule(true, false);

        string Joined(Language language) => string.Join(language == Language.Chinese ? "" : " ", planned.Reasons.Select(r => r.In(language)));
    }
}

/// <summary>Takes customers into the pools whose rules they meet, once a night.</summary>
internal sealed class ReleaseCustomers(CustomersDbContext db, ReleasePlan plan, CompanyDay days, IServiceScopeFactory scopes, ILogger<ReleaseCustomers> log) : IScheduledJob
{
    public const string Name = "release-customers";

    public async Task<string> Run(CancellationToken ct)
    {
        var today = await days.Today(ct);
        var (released, noticed, failed) = (0, 0, 0);
        var wanted = new HashSet<CustomerId>();
        await foreach (var planned in plan.On(today, ct))
        {
            wanted.Add(planned.CustomerId);
            if (planned.ReleaseOn > today && planned.IsNoticed) continue;
            var done = await scopes.Try<ReleaseByRule, ReleasedByRule>(Name, new ReleaseByRule(planned.CustomerId.Value, today), log, ct);
            if (done is null) failed++;
            else if (done.Released) released++;
            else if (done.Noticed) noticed++;
        }

        // What happened since they were noticed gives them their whole grace again, should a rule want them another time.
        var kept = await db.PoolNotices.AsNoTracking().Select(n => n.CustomerId).ToListAsync(ct);
        foreach (var spared in kept.Where(id => !wanted.Contains(id))) await scopes.Try<DropNotice, DroppedNotice>(Name, new DropNotice(spared.Value, today), log, ct);
        await db.Set<PoolClaims>().Where(c => c.Day < today).ExecuteDeleteAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"{released} customers released, {noticed} noticed, {failed} failed");
    }
}
