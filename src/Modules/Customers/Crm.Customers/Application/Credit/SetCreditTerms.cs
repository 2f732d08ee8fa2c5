using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Credit;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Credit;

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

internal sealed record CreditTermsSaved(Guid CustomerId, decimal? Limit, string Currency, int? PaymentDays, bool IsBlocked, int Version)
{
    public static CreditTermsSaved Of(CreditTerms t) => new(t.CustomerId.Value, t.Limit, t.Currency, t.PaymentDays, t.IsBlocked, t.Version);
}

internal sealed class SetCreditTermsValidator : AbstractValidator<SetCreditTerms>
{
    private static readonly Phrase UnknownCurrency = new("A currency of ISO 4217 is expected, such as EUR.", "应为 ISO 4217 货币代码，例如 EUR。");
    private static readonly Phrase Digits = new("The amount has more decimals than its currency.", "金额的小数位数超过该货币的位数。");

    public SetCreditTermsValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Currency).Must(Currencies.AreKnown).WithPhrase(UnknownCurrency);
        RuleFor(c => c.Limit).InclusiveBetween(0m, CreditTerms.Largest)
            .Must((c, limit) => limit is null || !Currencies.AreKnown(c.Currency) || Currencies.Round(limit.Value, c.Currency) == limit).WithPhrase(Digits);
        RuleFor(c => c.PaymentDays).InclusiveBetween(0, CreditTerms.MostPaymentDays);
    }
}

internal sealed class SetCreditTermsHandler(CustomersDbContext db) : ICommandHandler<SetCreditTerms, CreditTermsSaved>
{
    public async Task<CreditTermsSaved> Handle(SetCreditTerms command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        var facts = new CreditFacts(command.Limit, command.Currency, command.PaymentDays, command.IsBlocked);
        var terms = await db.CreditTerms.SingleOrDefaultAsync(t => t.CustomerId == customer, ct);
        if (terms is null) db.CreditTerms.Add(terms = CreditTerms.Grant(customer, facts));
        else
        {
            db.CheckExpectedVersion(terms);
            terms.Change(facts);
        }

        return CreditTermsSaved.Of(terms);
    }
}

internal sealed class CreditPermissions
{
    public static readonly Permission Write = new("customers.credit.write", new Phrase("Change credit limits and terms of payment", "维护信用额度和账期"));

    public static readonly Permission Read = new("customers.credit.read", new Phrase("See credit limits and terms of payment", "查看信用额度和账期"), IsScoped: true);
}
