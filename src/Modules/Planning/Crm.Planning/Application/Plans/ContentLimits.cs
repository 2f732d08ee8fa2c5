using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>How much can be said of a plan besides its targets.</summary>
internal static class ContentLimits
{
    /// <summary>Objectives, strategies, actions of one of them, channels or budget lines.</summary>
    public const int Parts = 200;

    /// <summary>Characters.</summary>
    public const int Text = 2000;

    /// <inheritdoc cref="Text"/>
    public const int Name = 200;

    private static readonly Phrase TooMany = new($"At most {Parts} here.", $"最多 {Parts} 项。");

    public static void AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int most) =>
        rule.Must(items => items is null || items.Count <= most).WithPhrase(TooMany);
}
