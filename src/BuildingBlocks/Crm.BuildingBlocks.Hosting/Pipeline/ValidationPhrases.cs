using System.Globalization;
using FluentValidation;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

public static class ValidationPhrases
{
    /// <summary>A message in the language of the caller, which the request sets as the current UI culture.</summary>
    public static IRuleBuilderOptions<T, TProperty> WithPhrase<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Phrase phrase) =>
        rule.WithMessage(_ => phrase.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Language.Chinese : Language.English));
}
