using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Publishes one version of the tax classes and their rates. The highest version is in force; rates have their own days.</summary>
internal sealed record PublishTaxes : ICommand<Published>
{
    /// <summary>There is one set of taxes.</summary>
    public const string TheCode = "taxes";

    private const int MostRates = 1000;

    [JsonIgnore]
    public int Version { get; init; }

    public required IReadOnlyList<TaxRule> Rates { get; init; }

    /// <summary>What belongs to which class; of a SKU named by itself and by its category the SKU counts.</summary>
    public IReadOnlyList<Members> Classes { get; init; } = [];

    public TaxRounding Rounding { get; init; }

    /// <summary>Class of what is named nowhere; left out, that bears no tax.</summary>
    public string? UsualClass { get; init; }

    /// <summary>Class of shipping; left out, it bears no tax.</summary>
    public string? ShippingClass { get; init; }

    internal sealed record Members(string Class)
    {
        public IReadOnlyList<string> Categories { get; init; } = [];

        public IReadOnlyList<string> Skus { get; init; } = [];
    }

    internal sealed class Validator : AbstractValidator<PublishTaxes>
    {
        public Validator()
        {
            RuleFor(c => c.Version).GreaterThan(0);
            RuleFor(c => c.Rates).NotEmpty().Must(rates => rates.Count <= MostRates).WithPhrase(PublicationPhrases.TooMany);
            RuleForEach(c => c.Rates).ChildRules(rate =>
            {
                rate.RuleFor(r => r.Class).IsPublicationCode();
                rate.RuleFor(r => r.Rate).IsDiscountRate();
                rate.RuleFor(r => r.Country).IsCountry();
            });
            RuleForEach(c => c.Classes).Must((c, members) => Knows(c, members.Class)).WithPhrase(PublicationPhrases.ClassWithoutRate);
            RuleFor(c => c.UsualClass).Must(Knows).WithPhrase(PublicationPhrases.ClassWithoutRate);
            RuleFor(c => c.ShippingClass).Must(Knows).WithPhrase(PublicationPhrases.ClassWithoutRate);
        }

        private static bool Knows(PublishTaxes taxes, string? taxClass) => taxClass is null || taxes.Rates.Any(r => r.Class == taxClass);
    }
}

internal sealed class PublishTaxesHandler(Publications publications) : ICommandHandler<PublishTaxes, Published>
{
    public Task<Published> Handle(PublishTaxes command, CancellationToken ct) => publications.Publish(
        command with { Rates = [.. command.Rates.Select(r => r with { Country = Countries.CodeOf(r.Country) })] }, ct);
}
