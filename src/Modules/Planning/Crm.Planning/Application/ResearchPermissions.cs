using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Planning.Application;

internal sealed class ResearchPermissions
{
    public static readonly Permission ReadMarkets = new(
        "planning.markets.read", new Phrase("See competitors and the prices that were seen there", "查看竞争对手及其价格观察"));

    public static readonly Permission WriteMarkets = new(
        "planning.markets.write", new Phrase("Keep competitors and write down prices that were seen there", "维护竞争对手并记录其价格观察"));

    public static readonly Permission ReadStudies = new(
        "planning.studies.read", new Phrase("Read studies, their results and findings", "查看调研、结果及结论"), IsScoped: true);

    public static readonly Permission WriteStudies = new(
        "planning.studies.write", new Phrase("Design studies, take them into the field and complete them", "设计、实施和完成调研"), IsScoped: true);

    public static readonly Permission DeleteStudies = new("planning.studies.delete", new Phrase("Delete studies that are being designed", "删除设计中的调研"), IsScoped: true);

    public static readonly Permission RestoreStudies = new("planning.studies.restore", new Phrase("Restore deleted studies", "恢复已删除的调研"), IsScoped: true);

    public static readonly Permission ReadAnswers = new(
        "planning.answers.read", new Phrase("Read who answered what in a study", "查看调研的逐份答复"), IsScoped: true);

    public static readonly Permission WriteAnswers = new("planning.answers.write", new Phrase("Take answers to a study", "录入调研答复"), IsScoped: true);
}
