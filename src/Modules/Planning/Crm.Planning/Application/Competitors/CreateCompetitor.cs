using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Competitors;

internal sealed record CreateCompetitor : CompetitorInput, ICommand<CompetitorReply>
{
    /// <summary>Unique; never changes.</summary>
    public required string Code { get; init; }
}

internal sealed class CreateCompetitorValidator : AbstractValidator<CreateCompetitor>
{
    public CreateCompetitorValidator()
    {
        Include(new CompetitorInputValidator<CreateCompetitor>());
        RuleFor(c => c.Code).IsResearchCode();
    }
}

internal sealed class CreateCompetitorHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<CreateCompetitor, CompetitorReply>
{
    public async Task<CompetitorReply> Handle(CreateCompetitor command, CancellationToken ct)
    {
        if (await db.Set<Competitor>().AnyAsync(c => c.Code == command.Code, ct)) throw CompetitorRules.CodeTaken.Broken(command.Code);
        var competitor = Competitor.Create(command.Code, command.Terms(), time.GetUtcNow());
        db.Add(competitor);
        return CompetitorReply.Of(competitor);
    }
}
