using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using FluentValidation;

namespace Crm.Customers.Application;

internal sealed class CustomerInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : CustomerInput
{
    private const int MostParts = 200;

    private static readonly Phrase BlankCode = new("A code is not blank; left out, the system gives one.", "编号不能为空白；省略则由系统生成。");
    private static readonly Phrase BornLater = new("A date of birth lies in the past, after 1850.", "出生日期应在 1850 年之后且不晚于今天。");

    private static readonly Phrase ContactTwice = new("The same contact stands there twice.", "同一联系人重复出现。");

    public CustomerInputValidator(TimeProvider time)
    {
        RuleFor(c => c.Code).MaximumLength(CustomerLimits.Code).Must(c => c is null || c.Trim().Length > 0).WithPhrase(BlankCode);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.ShortName).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.LegalName).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Size).IsInEnum();
        RuleFor(c => c.Preferences).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.PreferredContact).IsInEnum();
        RuleFor(c => c.TaxId).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Industry).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Source).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Channel).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Needs).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Notes).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.BornOn).Must(d => d is null || (d.Value.Year >= 1850 && d <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddDays(1))))
            .WithPhrase(BornLater);
        RuleFor(c => c.Tags.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Tags");
        RuleForEach(c => c.Tags).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Fields.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Fields");
        RuleFor(c => c.Contacts.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Contacts");
        RuleFor(c => c.Contacts).Must(contacts => contacts.OfType<ContactInput>().Where(c => c.Id is not null).GroupBy(c => c.Id).All(g => g.Count() == 1))
            .WithPhrase(ContactTwice);
        RuleForEach(c => c.Contacts).NotNull().SetValidator(new ContactInputValidator());
        RuleFor(c => c.Addresses.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("Addresses");
        RuleForEach(c => c.Addresses).NotNull().SetValidator(new AddressInputValidator());
        RuleForEach(c => c.ContactPoints).NotNull().SetValidator(new ContactPointInputValidator());
        RuleFor(c => c.ContactPoints.Count + c.Contacts.OfType<ContactInput>().Sum(x => x.ContactPoints.Count)).LessThanOrEqualTo(MostParts)
            .OverridePropertyName("ContactPoints");
        RuleFor(c => c.ExternalRefs.Count).LessThanOrEqualTo(MostParts).OverridePropertyName("ExternalRefs");
        RuleForEach(c => c.ExternalRefs).NotNull().ChildRules(reference =>
        {
            reference.RuleFor(r => r.System).NotEmpty().MaximumLength(60);
            reference.RuleFor(r => r.Id).NotEmpty().MaximumLength(CustomerLimits.Text);
        });
    }
}
