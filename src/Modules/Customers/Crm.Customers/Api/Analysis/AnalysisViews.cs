using Crm.BuildingBlocks;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Figures;

namespace Crm.Customers.Api.Analysis;

/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Dimensions">What the keys of the groups are.</param>
/// <param name="Groups">The largest first.</param>
/// <param name="HiddenGroups">Groups of few persons that are left out.</param>
/// <param name="Total">Of all customers, each once; a customer may stand in several groups.</param>
/// <param name="Explained">What the figures mean, in the caller's language.</param>
internal sealed record AnalysisView(
    DateOnly AsOf, string Currency, IReadOnlyList<DimensionName> Dimensions, IReadOnlyList<GroupView> Groups, int HiddenGroups, GroupView Total, AnalysisExplained Explained)
{
    public static AnalysisView Of(AnalysedGroups read, IReadOnlyList<Dimension> by, long fewest, Language language) => new(
        read.AsOf, read.Currency, [.. by.Select(d => new DimensionName(d.Key, d.Name.In(language)))],
        [.. read.Groups.OrderByDescending(g => g.Values.Customers).ThenBy(g => string.Join('\n', g.Keys), StringComparer.Ordinal).Select(g => GroupView.Of(g.Keys, g.Values, read.Currency))],
        read.Hidden, GroupView.Of([], read.Total, read.Currency),
        new AnalysisExplained(
            AnalysisPhrases.Population.In(language), FigurePhrases.Net.In(language), FigurePhrases.OpenBalance.In(language), FigurePhrases.Conversion.In(language),
            fewest == 0 ? null : AnalysisPhrases.Few.In(language, fewest)));
}

/// <param name="Key">As in <c>by</c>.</param>
/// <param name="Name">In the caller's language.</param>
internal sealed record DimensionName(string Key, string Name);

/// <param name="Keys">One for each dimension; null: not known.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Buyers">How many of them ordered anything.</param>
/// <param name="Orders">Confirmed and not cancelled.</param>
/// <param name="Net">Sold, without tax and shipping.</param>
/// <param name="Margin">Net less cost, as far as costs are known.</param>
/// <param name="OpenBalance">Owed and not paid.</param>
/// <param name="NetPerBuyer">Null where there is none.</param>
internal sealed record GroupView(
    IReadOnlyList<string?> Keys, int Customers, int Buyers, int Orders, decimal Net, decimal Margin, decimal OpenBalance, decimal? NetPerBuyer)
{
    public static GroupView Of(IReadOnlyList<string?> keys, GroupValues v, string currency) =>
        new(keys, v.Customers, v.Buyers, v.Orders, v.Net, v.Margin, v.OpenBalance, v.Buyers == 0 ? null : Currencies.Round(v.Net / v.Buyers, currency));
}

internal sealed record AnalysisExplained(string Population, string Net, string OpenBalance, string Converted, string? HiddenGroups);
