using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Contacting;
using FluentValidation;

namespace Crm.Customers.Application;

/// <summary>What can be a mail address or a phone number, for whoever writes one: a form, a program, a file. Nothing is fine too.</summary>
internal static class ContactPointRules
{
    private const int FewestDigits = 3;

    private static readonly Phrase NotAnAddress = new("An e-mail address is expected.", "应为电子邮件地址。");
    private static readonly Phrase NotANumber = new("A phone number with at least 3 digits is expected.", "应为至少 3 位数字的电话号码。");

    public static IRuleBuilderOptions<T, string?> IsMailAddress<T>(this IRuleBuilder<T, string?> value) => value.Must(IsMail).WithPhrase(NotAnAddress);

    public static IRuleBuilderOptions<T, string?> IsPhoneNumber<T>(this IRuleBuilder<T, string?> value) => value.Must(HasDigits).WithPhrase(NotANumber);

    private static bool IsMail(string? value) => value is null
        || (value.Trim() is { Length: > 2 } mail && mail.IndexOf('@') is > 0 and var at && at < mail.Length - 1 && !mail.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)));

    private static bool HasDigits(string? value) =>
        value is null || PhoneNumber.Normalise(value, country: null).Count(char.IsAsciiDigit) >= FewestDigits;
}
