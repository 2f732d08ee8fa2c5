using System.Globalization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Cases;

/// <summary>A customer wants something seen to.</summary>
internal sealed record OpenCase : CaseInput, ICommand<CaseSaved>
{
    public required Guid CustomerId { get; init; }

    /// <summary>Who sees to it; left out, it lies in the queue of the unit until somebody is named.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Left out, the caller's unit.</summary>
    public Guid? UnitId { get; init; }
}

internal sealed class OpenCaseValidator : CaseInputValidator<OpenCase>
{
    public OpenCaseValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class OpenCaseHandler(CustomersDbContext db, CaseDesk desk, CallerContext caller, TimeProvider time) : ICommandHandler<OpenCase, CaseSaved>
{
    private const string Series = "cases";

    public async Task<CaseSaved> Handle(OpenCase command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        await db.RequireContact(customer, command.ContactId, ct);
        await desk.RequireOwner(command.AssigneeId, command.UnitId, ct);
        var opened = ServiceCase.Open(
            customer, await NextNumber(ct), command.ToFacts(), await desk.Terms(command.Kind, command.Priority, ct), command.AssigneeId, command.UnitId ?? caller.Caller.UnitId,
            caller.Caller.Id, time.GetUtcNow());
        db.Set<ServiceCase>().Add(opened);
        return CaseSaved.Of(opened);
    }

    // The counter is held to the commit: cases come by the hundred, not by the million, and people ask where a number is.
    private async Task<string> NextNumber(CancellationToken ct)
    {
        var counter = (await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [Series]).ToListAsync(ct)).SingleOrDefault();
        if (counter is null) db.Set<NumberSeries>().Add(counter = new NumberSeries(Series));
        return string.Create(CultureInfo.InvariantCulture, $"CASE-{counter.Take():D6}");
    }
}
