using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>Says by which channels the sales of a draft are to come; none takes the mix away.</summary>
internal sealed record SetChannelMix(Guid Id, IReadOnlyList<ShareInput> ChannelMix) : ICommand<PlanReply>;

/// <param name="Channel">Of orders; at most 100 characters.</param>
/// <param name="Share">A fraction above 0 with up to six decimals; all of them sum to 1.</param>
internal sealed record ShareInput(string Channel, decimal Share)
{
    public static IReadOnlyList<ShareInput> AllOf(SalesPlan plan) =>
        [.. plan.ChannelMix.OrderBy(m => m.Channel, StringComparer.Ordinal).Select(m => new ShareInput(m.Channel, m.Share))];

    public ChannelShare Terms() => new(Channel.Trim(), Share);
}

internal sealed class SetChannelMixValidator : AbstractValidator<SetChannelMix>
{
    private static readonly Phrase Twice = new("Each channel is named once.", "每个渠道只能出现一次。");

    public SetChannelMixValidator()
    {
        RuleFor(c => c.ChannelMix).AtMost(ContentLimits.Parts);
        RuleFor(c => c.ChannelMix).Must(mix => mix.Select(m => m?.Channel?.Trim()).Distinct().Count() == mix.Count).WithPhrase(Twice);
        RuleForEach(c => c.ChannelMix).NotNull().ChildRules(share =>
        {
            share.RuleFor(s => s.Channel).NotEmpty().MaximumLength(TargetInputValidator.LongestChannel);
            share.RuleFor(s => s.Share).GreaterThan(0m).LessThanOrEqualTo(1m).PrecisionScale(9, 6, ignoreTrailingZeros: true);
        });
    }
}

internal sealed class SetChannelMixHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<SetChannelMix, PlanReply>
{
    public async Task<PlanReply> Handle(SetChannelMix command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        var kept = unseen.Keep(PlanInput.Resource, command, command with { ChannelMix = ShareInput.AllOf(plan) });
        plan.SetChannelMix([.. kept.ChannelMix.Select(i => i.Terms())]);
        return PlanReply.Of(plan);
    }
}
