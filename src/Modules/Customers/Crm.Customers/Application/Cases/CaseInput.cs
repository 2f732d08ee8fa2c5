using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Cases;

/// <summary>A case as callers write it.</summary>
internal record CaseInput
{
    /// <summary>Its name in masks.</summary>
    public const string Resource = "cases";

    public required CaseKind Kind { get; init; }

    public CasePriority Priority { get; init; } = CasePriority.Normal;

    public required CaseChannel Channel { get; init; }

    public required string Subject { get; init; }

    public string? Description { get; init; }

    /// <summary>One of the persons to talk to at the customer.</summary>
    public Guid? ContactId { get; init; }

    public Guid? OrderId { get; init; }

    public Guid? ProductId { get; init; }

    public static CaseInput Of(ServiceCase c) => new()
    {
        Kind = c.Kind,
        Priority = c.Priority,
        Channel = c.Channel,
        Subject = c.Subject,
        Description = c.Description,
        ContactId = c.ContactId,
        OrderId = c.OrderId,
        ProductId = c.ProductId,
    };

    public CaseFacts ToFacts() => new(Kind, Priority, Channel, Subject, Description, ContactId, OrderId, ProductId);
}

internal class CaseInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : CaseInput
{
    public CaseInputValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Priority).IsInEnum();
        RuleFor(c => c.Channel).IsInEnum();
        RuleFor(c => c.Subject).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Description).MaximumLength(CustomerLimits.Note);
    }
}

/// <param name="Id">The case.</param>
/// <param name="Number">By which people know it.</param>
/// <param name="RespondBy">By when the first answer is promised.</param>
/// <param name="SolveBy">By when the solution is promised.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record CaseSaved(Guid Id, string Number, CaseStatus Status, DateTimeOffset? RespondBy, DateTimeOffset? SolveBy, int Version)
{
    public static CaseSaved Of(ServiceCase c) => new(c.Key, c.Number, c.Status, c.RespondBy, c.SolveBy, c.Version);
}

/// <summary>What the rest of the system says of a case: what is promised, and whether its people are there.</summary>
internal sealed class CaseDesk(CustomersDbContext db, CompanyDay days, KnownOwners owners)
{
    /// <summary>The level of the kind, else that of any kind; without one nothing is promised.</summary>
    public async Task<ServiceTerms> Terms(CaseKind kind, CasePriority priority, CancellationToken ct)
    {
        var levels = await db.Set<ServiceLevel>().AsNoTracking().Where(l => l.Priority == priority && (l.Kind == null || l.Kind == kind)).ToListAsync(ct);
        var level = levels.Find(l => l.Kind == kind) ?? levels.FirstOrDefault();
        return new ServiceTerms(level?.ResponseMinutes, level?.SolutionMinutes, await Hours(level?.CalendarId, ct));
    }

    public async Task<WorkingTime> Hours(ServiceCase of, CancellationToken ct) => (await Terms(of.Kind, of.Priority, ct)).Hours;

    public Task RequireOwner(Guid? person, Guid? unit, CancellationToken ct, ServiceCase? present = null) => owners.Require(person, unit, ct, (present?.OwnerId, present?.UnitId));

    private async Task<WorkingTime> Hours(Guid? calendar, CancellationToken ct)
    {
        var copies = db.Set<WorkingCalendarCopy>().AsNoTracking();
        var chosen = calendar is { } id ? await copies.SingleOrDefaultAsync(c => c.Id == id, ct) : null;
        chosen ??= await copies.Where(c => c.IsDefault).OrderBy(c => c.Code).FirstOrDefaultAsync(ct);
        return chosen?.ToWorkingTime() ?? WorkingTime.Usual(await days.Zone(ct));
    }
}
