using MathNet.Numerics.Distributions;

namespace Crm.Planning.Application.Statistics;

/// <param name="Statistic">χ².</param>
/// <param name="Freedom">Degrees of freedom: (rows - 1) (columns - 1).</param>
/// <param name="P">Chance of a χ² at least as great where rows and columns have nothing to do with each other.</param>
/// <param name="CramersV">Strength from 0 to 1.</param>
/// <param name="LowExpected">Share of the cells in which fewer than five are expected: above a fifth, P is not to be relied on.</param>
internal sealed record Association(double Statistic, int Freedom, double P, double CramersV, double LowExpected);

/// <summary>Whether the rows of a table have to do with its columns.</summary>
internal static class ChiSquare
{
    private const double EnoughExpected = 5;

    /// <summary>
    /// χ² = Σ (O - E)² / E without correction for continuity, E = row sum × column sum / n. K. Pearson, Philosophical Magazine 50 (1900).
    /// V = √(χ² / (n min(rows - 1, columns - 1))). H. Cramér, "Mathematical Methods of Statistics" (1946). The rule of a fifth below five is
    /// W. G. Cochran's, Biometrics 10 (1954).
    /// </summary>
    /// <param name="table">Counts by row and column. Rows and columns without any count are left out.</param>
    /// <returns>Null where fewer than two rows or columns have counts: then there is nothing to compare.</returns>
    public static Association? Of(IReadOnlyList<IReadOnlyList<long>> table)
    {
        var rows = table.Where(r => r.Sum() > 0).ToList();
        var columns = rows.Count == 0 ? [] : Enumerable.Range(0, rows[0].Count).Where(c => rows.Sum(r => r[c]) > 0).ToList();
        if (rows.Count < 2 || columns.Count < 2) return null;
        double n = rows.Sum(r => r.Sum());
        var (statistic, low) = (0.0, 0);
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                var expected = row.Sum() * (double)rows.Sum(r => r[column]) / n;
                if (expected < EnoughExpected) low++;
                statistic += (row[column] - expected) * (row[column] - expected) / expected;
            }
        }

        var freedom = (rows.Count - 1) * (columns.Count - 1);
        var v = Math.Sqrt(statistic / (n * Math.Min(rows.Count - 1, columns.Count - 1)));
        return new Association(statistic, freedom, 1 - ChiSquared.CDF(freedom, statistic), Math.Min(1, v), (double)low / (rows.Count * columns.Count));
    }
}
