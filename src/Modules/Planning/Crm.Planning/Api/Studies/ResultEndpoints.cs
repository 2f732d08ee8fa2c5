using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Planning.Application;
using Crm.Planning.Application.Studies;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.Planning.Api.Studies;

/// <summary>What all answers together say.</summary>
internal static class ResultEndpoints
{
    private static readonly Phrase OneOfFew = new(
        "The key of a question with one answer of few is expected: a single choice, a scale, or yes or no.", "应为单选、量表或是否问题的键。");

    private static readonly Phrase TwoQuestions = new("Two different questions are expected.", "应为两个不同的问题。");
    private static readonly Phrase Trendable = new("The key of a question that is answered by choices or numbers is expected.", "应为选择或数值问题的键。");
    private static readonly Phrase OptionOfChoice = new("One of what can be chosen is expected; only scales and numbers have means, and numbers nothing else.", "应为可选项之一；仅量表和数值题有均值，数值题没有选项。");

    /// <param name="studies">Grouped under <c>/studies</c>.</param>
    public static void Map(IEndpointRouteBuilder studies)
    {
        studies.MapGet("/{id:guid}/results", Results).WithSummary("Counts, shares, means and quartiles with their intervals").Requires(ResearchPermissions.ReadStudies);
        studies.MapGet("/{id:guid}/results/cross", Cross).WithSummary("Two questions against each other, with chi-square").Requires(ResearchPermissions.ReadStudies);
        studies.MapGet("/{id:guid}/results/trend", Trend).WithSummary("One question from wave to wave").Requires(ResearchPermissions.ReadStudies);
    }

    private static async Task<Ok<StudyResultsView>> Results(Guid id, string? wave, StudyResults results, PlanningDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await results.Of(await StudyEndpoints.Find(db, id, ct), wave, ct));

    private static async Task<Ok<CrossTableView>> Cross(
        Guid id, string? rows, string? columns, string? wave, CrossTables tables, PlanningDbContext db, CancellationToken ct)
    {
        var study = await StudyEndpoints.Find(db, id, ct);
        var (first, second) = (Asked(study, rows, nameof(rows)), Asked(study, columns, nameof(columns)));
        if (first == second) throw new InvalidInput(nameof(columns), TwoQuestions);
        return TypedResults.Ok(await tables.Of(study, first, second, wave, ct));

        static Question Asked(Study study, string? key, string parameter) =>
            study.Asked(key ?? "") is { IsOneOfFew: true } question ? question : throw new InvalidInput(parameter, OneOfFew);
    }

    private static async Task<Ok<WaveTrendView>> Trend(
        Guid id, string? question, string? option, WaveTrends trends, PlanningDbContext db, CancellationToken ct)
    {
        var study = await StudyEndpoints.Find(db, id, ct);
        var asked = study.Asked(question ?? "");
        if (asked is null or { Kind: QuestionKind.Text or QuestionKind.Date }) throw new InvalidInput(nameof(question), Trendable);
        var fits = option is null ? asked.IsNumeric : asked.Kind != QuestionKind.Number && StudyResults.Choices(asked).Contains(option);
        if (!fits) throw new InvalidInput(nameof(option), OptionOfChoice);
        return TypedResults.Ok(await trends.Of(study, asked, option, ct));
    }
}
