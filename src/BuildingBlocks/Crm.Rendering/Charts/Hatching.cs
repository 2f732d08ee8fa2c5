using System.Globalization;
using System.Text;

namespace Crm.Rendering.Charts;

/// <summary>The directions in which a filled shape is hatched.</summary>
[Flags]
internal enum Hatching
{
    None = 0,
    Rising = 1,
    Falling = 2,
    Level = 4,
    Upright = 8,
}

/// <summary>Hatches a rectangle by lines. An SVG pattern would be less to write, but makes a printed report ten times as large.</summary>
internal static class HatchingLines
{
    private const double Distance = 7;

    /// <summary>Path data of the lines, cut at the rectangle's edges; empty where there is nothing to draw.</summary>
    public static string In(Hatching hatching, double x, double y, double width, double height)
    {
        var path = new StringBuilder();
        var (right, bottom) = (x + width, y + height);
        if (hatching.HasFlag(Hatching.Rising))
        {
            foreach (var sum in Steps(x + y, right + bottom))
                Line(path, Math.Max(x, sum - bottom), sum - Math.Max(x, sum - bottom), Math.Min(right, sum - y), sum - Math.Min(right, sum - y));
        }

        if (hatching.HasFlag(Hatching.Falling))
        {
            foreach (var difference in Steps(x - bottom, right - y))
            {
                var (from, to) = (Math.Max(x, difference + y), Math.Min(right, difference + bottom));
                Line(path, from, from - difference, to, to - difference);
            }
        }

        if (hatching.HasFlag(Hatching.Level))
        {
            foreach (var level in Steps(y, bottom))
                Line(path, x, level, right, level);
        }

        if (hatching.HasFlag(Hatching.Upright))
        {
            foreach (var column in Steps(x, right))
                Line(path, column, y, column, bottom);
        }

        return path.ToString();
    }

    private static IEnumerable<double> Steps(double from, double to)
    {
        for (var i = 1; from + (i * Distance) < to; i++)
            yield return from + (i * Distance);
    }

    private static void Line(StringBuilder path, double x1, double y1, double x2, double y2) =>
        path.Append(CultureInfo.InvariantCulture, $"M{x1:0.##},{y1:0.##}L{x2:0.##},{y2:0.##}");
}
