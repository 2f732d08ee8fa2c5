using FluentValidation;

namespace Crm.Customers.Application.Imports;

internal sealed class CustomerImportRowValidator : AbstractValidator<CustomerImportRow>
{
    public CustomerImportRowValidator()
    {
        RuleFor(r => r.Phone).IsPhoneNumber();
        RuleFor(r => r.Mobile).IsPhoneNumber();
        RuleFor(r => r.Fax).IsPhoneNumber();
        RuleFor(r => r.Email).IsMailAddress();
        RuleForEach(r => r.Contacts).ChildRules(contact =>
        {
            contact.RuleFor(c => c.Phone).IsPhoneNumber();
            contact.RuleFor(c => c.Mobile).IsPhoneNumber();
            contact.RuleFor(c => c.Email).IsMailAddress();
        });
    }
}
