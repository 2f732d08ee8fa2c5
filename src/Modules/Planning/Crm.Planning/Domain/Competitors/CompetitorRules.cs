using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Competitors;

internal static class CompetitorRules
{
    public static readonly Rule CodeTaken = new(
        "planning.competitor-code-taken", "There is a competitor '{0}' already.", "已存在竞争对手 '{0}'。");

    public static readonly Rule Unknown = new(
        "planning.competitor-unknown", "There is no competitor '{0}'. Create it first.", "没有竞争对手 '{0}'，请先创建。");

    public static readonly Rule Archived = new(
        "planning.competitor-archived", "The competitor '{0}' is archived: no more prices are taken of it.", "竞争对手 '{0}' 已归档，不再接受其价格。");

    public static readonly Rule ObservationNotHolding = new(
        "planning.observation-not-holding", "The observation was voided or replaced already.", "该价格观察已作废或已被替换。");
}
