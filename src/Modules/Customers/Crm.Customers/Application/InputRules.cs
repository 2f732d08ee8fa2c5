using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using FluentValidation;

namespace Crm.Customers.Application;

/// <summary>Rules that several validators share.</summary>
internal static class InputRules
{
    private static readonly Phrase PlainCode = new(
        "1 to 40 lower-case letters, digits and '-' are expected, with a letter first.", "应为 1 至 40 个小写字母、数字和 '-'，且以字母开头。");

    /// <summary>In both languages, short enough to be stored.</summary>
    public static void AreNames<T>(this IRuleBuilder<T, Phrase> rule) => rule.NotNull().ChildRules(names =>
    {
        names.RuleFor(n => n.English).NotEmpty().MaximumLength(CustomerLimits.Text);
        names.RuleFor(n => n.Chinese).NotEmpty().MaximumLength(CustomerLimits.Text);
    });

    public static IRuleBuilderOptions<T, string> IsPlainCode<T>(this IRuleBuilder<T, string> rule) => rule.Must(IsPlain).WithPhrase(PlainCode);

    private static bool IsPlain(string? code) => code is { Length: > 0 and <= CustomerLimits.Code } && char.IsAsciiLetterLower(code[0])
        && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
