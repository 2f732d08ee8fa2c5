using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>Says where a customer gets mails about invoices.</summary>
internal sealed record SetBillingContact : ICommand<BillingContactSaved>
{
    [JsonIgnore]
    public Guid CustomerId { get; init; }

    public required string Email { get; init; }

    public Language Language { get; init; }

    /// <summary>Reminds of nothing for the time being.</summary>
    public bool RemindersStopped { get; init; }
}

internal sealed record BillingContactSaved(
    Guid CustomerId, [property: MaskedAs(CustomerFields.ContactPoint)] string Email, Language Language, bool RemindersStopped, int Version)
{
    public static BillingContactSaved Of(BillingContact contact) =>
        new(contact.CustomerId, contact.Email, contact.Language, contact.RemindersStopped, contact.Version);
}

internal sealed class SetBillingContactValidator : AbstractValidator<SetBillingContact>
{
    public SetBillingContactValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Email).NotEmpty().Must(Mailbox.IsWellFormed).WithPhrase(MailRules.AddressMalformed.Text);
        RuleFor(c => c.Language).IsInEnum();
    }
}

internal sealed class SetBillingContactHandler(SalesOrdersDbContext db) : ICommandHandler<SetBillingContact, BillingContactSaved>
{
    public async Task<BillingContactSaved> Handle(SetBillingContact command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        // Nobody writes to somebody who was erased.
        if (!await db.CustomerCopies.AnyAsync(c => c.Id == customer && !c.IsDeleted && c.Name != null, ct))
            throw SalesOrdersRules.CustomerUnknown.Broken(command.CustomerId);
        var contact = await db.BillingContacts.SingleOrDefaultAsync(c => c.CustomerId == customer, ct);
        if (contact is null)
            db.BillingContacts.Add(contact = BillingContact.Name(customer, command.Email, command.Language, command.RemindersStopped));
        else
        {
            db.CheckExpectedVersion(contact);
            contact.Change(command.Email, command.Language, command.RemindersStopped);
        }

        return BillingContactSaved.Of(contact);
    }
}
