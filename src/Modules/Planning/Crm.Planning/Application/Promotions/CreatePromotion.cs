using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Promotions;

/// <summary>Begins a draft.</summary>
internal sealed record CreatePromotion : PromotionInput, ICommand<PromotionReply>
{
    /// <summary>As orders will name it: letters, digits, '.', '_' and '-', at most 60. Never changes.</summary>
    public required string Code { get; init; }
}

internal sealed class CreatePromotionValidator : AbstractValidator<CreatePromotion>
{
    private static readonly Phrase CodeForm = new("Use letters, digits, '.', '_' and '-', at most 60.", "请使用字母、数字、'.'、'_' 和 '-'，最多 60 个字符。");

    public CreatePromotionValidator()
    {
        Include(new PromotionInputValidator<CreatePromotion>());
        RuleFor(c => c.Code).Matches($"^[A-Za-z0-9._-]{{1,{OffersMapping.LongestCode}}}$").WithPhrase(CodeForm);
    }
}

internal sealed class CreatePromotionHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CreatePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(CreatePromotion command, CancellationToken ct)
    {
        await db.RequireFreeCode(command.Code, ct);
        var terms = new PromotionTerms(
            command.Name, command.CostOwnerId, command.OwnerId ?? caller.Caller.PersonId, command.UnitId ?? caller.Caller.UnitId);
        var promotion = Promotion.Begin(command.Code, terms, command.Content.Draft(), time.GetUtcNow());
        db.Add(promotion);
        return PromotionReply.Of(promotion);
    }
}

internal static class PromotionCodes
{
    /// <exception cref="RuleBroken">Another promotion has the code, whoever may see it.</exception>
    public static async Task RequireFreeCode(this PlanningDbContext db, string code, CancellationToken ct)
    {
        if (await db.Set<Promotion>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(p => p.Code == code, ct))
            throw PromotionRules.CodeTaken.Broken(code);
    }
}
