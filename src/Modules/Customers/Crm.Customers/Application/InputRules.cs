using System.Xml;
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

    private static readonly Phrase Unprintable = new("Contains characters that cannot be shown.", "包含无法显示的字符。");

    /// <summary>In both languages, short enough to be stored, and fit for pictures.</summary>
    public static void AreNames<T>(this IRuleBuilder<T, Phrase> rule) => rule.NotNull().ChildRules(names =>
    {
        names.RuleFor(n => n.English).NotEmpty().MaximumLength(CustomerLimits.Text).Must(IsPrintable).WithPhrase(Unprintable);
        names.RuleFor(n => n.Chinese).NotEmpty().MaximumLength(CustomerLimits.Text).Must(IsPrintable).WithPhrase(Unprintable);
    });

    public static IRuleBuilderOptions<T, string> IsPlainCode<T>(this IRuleBuilder<T, string> rule) => rule.Must(IsPlain).WithPhrase(PlainCode);

    private static bool IsPlain(string? code) => code is { Length: > 0 and <= CustomerLimits.Code } && char.IsAsciiLetterLower(code[0])
        && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // XML, and with it a picture, has no way to write the others.
    private static bool IsPrintable(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return false;
            i++;
        }

        return true;
    }
}
