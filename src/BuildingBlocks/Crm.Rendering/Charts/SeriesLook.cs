namespace Crm.Rendering.Charts;

/// <summary>
/// How the n-th series is told from the others: by colour, and without colour by the hatching of its bars, or by the dashes and markers of its line.
/// </summary>
internal sealed record SeriesLook(string Color, string Dashes, string Marker, Hatching Hatching)
{
    /// <summary>Colours of clearly different lightness that stay apart under the common kinds of colour blindness.</summary>
    private static readonly SeriesLook[] All =
    [
        new("#1f4e79", "", "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z", Hatching.None),
        new("#e08214", "7 4", "M-4,-4h8v8h-8z", Hatching.Rising),
        new("#5aae9a", "2 3", "M0,-5L5,4L-5,4z", Hatching.Level),
        new("#8e5ea2", "10 3 2 3", "M0,-5L5,0L0,5L-5,0z", Hatching.Upright),
        new("#b5bd3a", "14 4", "M0,5L5,-4L-5,-4z", Hatching.Falling),
        new("#c0504d", "4 2", "M-5,-2h3v-3h4v3h3v4h-3v3h-4v-3h-3z", Hatching.Level | Hatching.Upright),
    ];

    public static SeriesLook Of(int series) => All[series % All.Length];
}
