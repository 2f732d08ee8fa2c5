using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>Says how much a customer may owe and for how long. Orders that are confirmed already stay so.</summary>
internal sealed record SetCreditTerms : ICommand<CreditTermsSaved>
{
    [JsonIgnore]
    public Guid CustomerId { get; init; }

    /// <summary>Left out: no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>ISO 4217. A limit in the company's currency holds for all that is owed in any currency; with one in another currency a customer pays in advance in all but that one.</summary>
    public required string Currency { get; init; }

    /// <summary>Days until an invoice is due; left out, as the company's setting says.</summary>
    public int? PaymentDays { get; init; }

    /// <summary>No credit at all.</summary>
    public bool IsBlocked { get; init; }
}

internal sealed record CreditTermsSaved(Guid CustomerId, decimal? Limit, string Currency, int? PaymentDays, bool IsBlocked, int Version);

internal sealed class SetCreditTermsValidator : AbstractValidator<SetCreditTerms>
{
    public SetCreditTermsValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.Limit).IsAmount(c => c.Currency);
        RuleFor(c => c.PaymentDays).InclusiveBetween(0, SalesSettings.MostPaymentDays);
    }
}

internal sealed class SetCreditTermsHandler(SalesOrdersDbContext db) : ICommandHandler<SetCreditTerms, CreditTermsSaved>
{
    public async Task<CreditTermsSaved> Handle(SetCreditTerms command, CancellationToken ct)
    {
        if (!await db.CustomerCopies.AnyAsync(c => c.Id == command.CustomerId && !c.IsDeleted, ct)) throw SalesOrdersRules.CustomerUnknown.Broken(command.CustomerId);
        var facts = new CreditFacts(command.Limit, command.Currency, command.PaymentDays, command.IsBlocked);
        // Who is being checked against the old limit is checked to the end first.
        var terms = await db.Dialect.Locked<CreditTerms, Guid>(db, nameof(CreditTerms.CustomerId), [command.CustomerId]).SingleOrDefaultAsync(ct);
        if (terms is null) db.CreditTerms.Add(terms = CreditTerms.Grant(command.CustomerId, facts));
        else
        {
            db.CheckExpectedVersion(terms);
            terms.Change(facts);
        }

        return new CreditTermsSaved(terms.CustomerId, terms.Limit, terms.Currency, terms.PaymentDays, terms.IsBlocked, terms.Version);
    }
}
