using Crm.Planning.Application.Statistics;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Studies;

/// <summary>Crosses the answers to two questions that have one answer of few each.</summary>
internal sealed class CrossTables(PlanningDbContext db, StudyResults results)
{
    private const double FewMayExpectLittle = 0.2;

    public async Task<CrossTableView> Of(Study study, Question rows, Question columns, string? wave, CancellationToken ct)
    {
        var responses = results.Responses(study, wave);
        var (first, second) = (rows.Key, columns.Key);
        var pairs = from a in db.Set<Answer>().AsNoTracking()
                    join b in db.Set<Answer>().AsNoTracking() on a.ResponseId equals b.ResponseId
                    where a.Question == first && b.Question == second && responses.Any(r => r.Id == a.ResponseId)
                    group a by new { Row = a.Option, RowNumber = a.Number, Column = b.Option, ColumnNumber = b.Number } into alike
                    select new { alike.Key, Count = alike.LongCount() };
        var counted = (await pairs.ToListAsync(ct)).ToDictionary(
            p => (StudyResults.ChoiceOf(p.Key.Row, p.Key.RowNumber), StudyResults.ChoiceOf(p.Key.Column, p.Key.ColumnNumber)), p => p.Count);
        var (down, across) = (StudyResults.Choices(rows), StudyResults.Choices(columns));
        return Of(down, across, [.. down.Select(r => (IReadOnlyList<long>)[.. across.Select(c => counted.GetValueOrDefault((r, c)))])]);
    }

    private static CrossTableView Of(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<long>> counts)
    {
        var association = ChiSquare.Of(counts);
        var n = counts.Sum(r => r.Sum());
        double? exact = rows.Count == 2 && columns.Count == 2 && n > 0 ? FisherExact.TwoSided(counts[0][0], counts[0][1], counts[1][0], counts[1][1]) : null;
        return new CrossTableView(
            rows, columns, counts, n,
            association is null ? null : Figures.Of(association.Statistic), association?.Freedom, association is null ? null : Figures.Of(association.P),
            association is null ? null : Figures.Of(association.CramersV), association is null ? null : association.LowExpected <= FewMayExpectLittle,
            exact is { } p ? Figures.Of(p) : null, CrossTableView.Formulas);
    }
}
