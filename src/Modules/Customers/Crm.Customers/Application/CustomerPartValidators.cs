using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using FluentValidation;

namespace Crm.Customers.Application;

internal sealed class ContactInputValidator : AbstractValidator<ContactInput>
{
    public ContactInputValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Title).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Department).MaximumLength(CustomerLimits.Text);
        RuleForEach(c => c.ContactPoints).NotNull().SetValidator(new ContactPointInputValidator());
    }
}

internal sealed class AddressInputValidator : AbstractValidator<AddressInput>
{
    private static readonly Phrase BothOrNone = new("A place has a latitude and a longitude, or neither.", "纬度和经度须同时填写或同时省略。");

    public AddressInputValidator()
    {
        RuleFor(a => a.Kind).IsInEnum();
        RuleFor(a => a.Lines).MaximumLength(CustomerLimits.Text);
        RuleFor(a => a.City).MaximumLength(CustomerLimits.Text);
        RuleFor(a => a.Region).MaximumLength(CustomerLimits.Text);
        RuleFor(a => a.PostalCode).MaximumLength(CustomerLimits.Code);
        RuleFor(a => a.Country).MaximumLength(CustomerLimits.Text);
        RuleFor(a => a.Latitude).InclusiveBetween(-90, 90);
        RuleFor(a => a.Longitude).InclusiveBetween(-180, 180);
        RuleFor(a => a.Longitude).Must((a, longitude) => longitude is null == a.Latitude is null).WithPhrase(BothOrNone);
    }
}

internal sealed class ContactPointInputValidator : AbstractValidator<ContactPointInput>
{
    private static readonly Phrase NetworkOfAccounts = new(
        "A social account, and nothing else, names its network in lower-case letters, digits and '-', such as wechat.",
        "仅社交账号需填写平台，使用小写字母、数字和 '-'，例如 wechat。");

    public ContactPointInputValidator()
    {
        RuleFor(p => p.Kind).IsInEnum();
        RuleFor(p => p.Value).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(p => p.Value).IsMailAddress().When(p => p.Kind == ContactPointKind.Email);
        RuleFor(p => p.Value).IsPhoneNumber().When(p => p.Kind is ContactPointKind.Phone or ContactPointKind.Mobile or ContactPointKind.Fax);
        RuleFor(p => p.Network).Must((p, network) => p.Kind == ContactPointKind.Social ? IsNetwork(network) : network is null).WithPhrase(NetworkOfAccounts);
        RuleFor(p => p.Label).MaximumLength(CustomerLimits.Text);
    }

    private static bool IsNetwork(string? text) =>
        text is { Length: > 0 and <= CustomerLimits.Code } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
