using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Competitors;

/// <summary>Replaces what is said of a competitor.</summary>
internal sealed record ChangeCompetitor(Guid Id, CompetitorInput Competitor) : ICommand<CompetitorReply>;

internal sealed class ChangeCompetitorValidator : AbstractValidator<ChangeCompetitor>
{
    public ChangeCompetitorValidator() => RuleFor(c => c.Competitor).SetValidator(new CompetitorInputValidator<CompetitorInput>()).OverridePropertyName("");
}

internal sealed class ChangeCompetitorHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<ChangeCompetitor, CompetitorReply>
{
    public async Task<CompetitorReply> Handle(ChangeCompetitor command, CancellationToken ct)
    {
        var competitor = await db.ForChange<Competitor, CompetitorId>(new CompetitorId(command.Id), ct);
        competitor.Change(unseen.Keep(CompetitorInput.Resource, command.Competitor, CompetitorInput.Of(competitor)).Terms());
        return CompetitorReply.Of(competitor);
    }
}
