using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Rules that the validators of markets and studies share.</summary>
internal static class ResearchInput
{
    public static readonly Phrase NotYet = new("Nobody has seen or answered that in the future.", "日期不能晚于今天。");

    private static readonly Phrase PlainCode = new("1 to 60 letters, digits, '.', '_' and '-' are expected.", "应为 1 至 60 个字母、数字、'.'、'_' 或 '-'。");
    private static readonly Phrase UnknownCurrency = new("A currency code of ISO 4217 is expected.", "应为 ISO 4217 币种代码。");
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public static void IsResearchCode<T>(this IRuleBuilder<T, string> rule) => rule.Must(IsPlain).WithPhrase(PlainCode);

    public static void IsKnownCurrency<T>(this IRuleBuilder<T, string> rule) => rule.Must(Currencies.AreKnown).WithPhrase(UnknownCurrency);

    public static void IsResearchDay<T>(this IRuleBuilder<T, DateOnly> rule) => rule.InclusiveBetween(Earliest, Latest);

    /// <summary>Not after today, wherever on earth that is.</summary>
    public static void IsPastDay<T>(this IRuleBuilder<T, DateOnly> rule, TimeProvider time) =>
        rule.InclusiveBetween(Earliest, Latest).Must(day => day <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1)).WithPhrase(NotYet);

    public static void IsConfidence<T>(this IRuleBuilder<T, decimal> rule) => rule.InclusiveBetween(0m, 1m).PrecisionScale(5, 4, ignoreTrailingZeros: true);

    public static bool IsPlain(string? code) => code is { Length: > 0 and <= ResearchColumns.Code } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
