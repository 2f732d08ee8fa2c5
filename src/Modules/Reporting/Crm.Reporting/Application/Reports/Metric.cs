using Crm.BuildingBlocks;

namespace Crm.Reporting.Application.Reports;

/// <summary>How figures of parts make the figure of the whole.</summary>
internal enum Additivity
{
    /// <summary>The whole is the sum of any parts.</summary>
    [Label("Additive", "可加")]
    Additive,

    /// <summary>The whole is the sum over some dimensions; the meaning says which not.</summary>
    [Label("Partly additive", "部分可加")]
    PartlyAdditive,

    /// <summary>The whole has to be counted anew.</summary>
    [Label("Not additive", "不可加")]
    NotAdditive,
}

internal enum MetricUnit
{
    [Label("Count", "个数")]
    Count,
    [Label("Units of product", "产品数量")]
    Units,
    [Label("Money", "金额")]
    Money,
    [Label("Fraction of one", "比例")]
    Fraction,
}

/// <summary>A measure, defined once for every report that shows it.</summary>
/// <param name="Key">Stable; the field's name in reports.</param>
/// <param name="Name">Above its column.</param>
/// <param name="Meaning">Over what exactly.</param>
/// <param name="Formula">In terms of facts.</param>
/// <param name="Unit">Of its value.</param>
/// <param name="Additivity">How parts make the whole.</param>
/// <param name="Error">Largest relative error; 0 for exact.</param>
internal sealed record Metric(string Key, Phrase Name, Phrase Meaning, string Formula, MetricUnit Unit, Additivity Additivity, decimal Error = 0);

/// <summary>Something that figures are broken down by, defined once.</summary>
internal sealed record Dimension(string Key, Phrase Name, Phrase Meaning);
