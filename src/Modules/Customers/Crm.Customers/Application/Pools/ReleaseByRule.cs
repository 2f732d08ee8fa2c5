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

internal sealed class ReleaseByRuleValidator : AbstractValidator<ReleaseByRule>
{
    public ReleaseByRuleValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class ReleaseByRuleHandler(CustomersDbContext db, ReleasePlan plan, TimeProvider time) : ICommandHandler<ReleaseByRule, ReleasedByRule>
{
    public async Task<ReleasedByRule> Handle(ReleaseByRule command, CancellationToken ct)
    {
        var id = new CustomerId(command.CustomerId);
        // Loaded first: whatever is changed of it from here on, as by whoever claims it, makes this be done again.
        var customer = await db.ForChange<Customer, CustomerId>(id, ct);
        if (await plan.Of(id, command.Day, ct) is not { } planned) return new ReleasedByRule(false, false);
        var notices = await db.PoolNotices.Where(n => n.CustomerId == id).ToListAsync(ct);
        if (planned.ReleaseOn > command.Day)
        {
            if (planned.IsNoticed) return new ReleasedByRule(false, false);
            db.PoolNotices.RemoveRange(notices);
            db.PoolNotices.Add(new PoolNotice { CustomerId = id, PoolId = planned.Pool.Id, NoticedOn = planned.NoticedOn });
            return new ReleasedByRule(false, true);
        }

        var now = time.GetUtcNow();
        db.PoolNotices.RemoveRange(notices);
        customer.GiveUp(planned.Pool.Id, now);
        db.PoolEntries.Add(PoolEntry.Of(customer, planned.OwnerId, PooledBy.Rule, Guid.Empty, Joined(Language.English), Joined(Language.Chinese), now));
        return new ReleasedByRule(true, false);

        string Joined(Language language) => string.Join(language == Language.Chinese ? "" : " ", planned.Reasons.Select(r => r.In(language)));
    }
}

/// <summary>Takes customers into the pools whose rules they meet, once a night.</summary>
internal sealed class ReleaseCustomers(ReleasePlan plan, CompanyDay days, IServiceScopeFactory scopes, ILogger<ReleaseCustomers> log) : IScheduledJob
{
    public const string Name = "release-customers";

    public async Task<string> Run(CancellationToken ct)
    {
        var today = await days.Today(ct);
        var (released, noticed, failed) = (0, 0, 0);
        await foreach (var planned in plan.On(today, ct))
        {
            if (planned.ReleaseOn > today && planned.IsNoticed) continue;
            var done = await scopes.Try<ReleaseByRule, ReleasedByRule>(Name, new ReleaseByRule(planned.CustomerId.Value, today), log, ct);
            if (done is null) failed++;
            else if (done.Released) released++;
            else if (done.Noticed) noticed++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{released} customers released, {noticed} noticed, {failed} failed");
    }
}
