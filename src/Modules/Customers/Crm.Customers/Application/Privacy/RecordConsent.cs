using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Privacy;

/// <summary>Writes down that a customer agreed to something, or withdrew. It holds at once; nothing that was written before is changed.</summary>
internal sealed record RecordConsent : ICommand<ConsentSaved>
{
    [JsonIgnore]
    public Guid CustomerId { get; init; }

    /// <summary>Code of the purpose.</summary>
    public required string Purpose { get; init; }

    public ConsentChannel Channel { get; init; } = ConsentChannel.Any;

    /// <summary>The one number or address that it is about; left out: all of the channel.</summary>
    public string? ContactPoint { get; init; }

    /// <summary>False: it is withdrawn.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>Where it was said, such as "web form".</summary>
    public required string Source { get; init; }

    /// <summary>Which wording was agreed to.</summary>
    public string? TextVersion { get; init; }

    /// <summary>What shows it: words, a reference to a letter or a call.</summary>
    public string? Evidence { get; init; }

    /// <summary>When it was said; left out: now.</summary>
    public DateTimeOffset? At { get; init; }
}

internal sealed record ConsentSaved(Guid Id, Guid CustomerId);

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsent>
{
    private static readonly Phrase InFuture = new("Nobody can have said it later than now.", "时间不能晚于当前时间。");
    private static readonly Phrase PointOfChannel = new("Name the channel to which the number or address belongs.", "请指定该号码或地址所属的渠道。");

    public RecordConsentValidator(TimeProvider time)
    {
        RuleFor(c => c.Purpose).NotEmpty().MaximumLength(ConsentPurpose.LongestCode);
        RuleFor(c => c.Channel).IsInEnum();
        RuleFor(c => c.ContactPoint).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Channel).Must((c, channel) => c.ContactPoint is null || channel != ConsentChannel.Any).WithPhrase(PointOfChannel);
        RuleFor(c => c.Source).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.TextVersion).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Evidence).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.At).Must(at => at is null || at <= time.GetUtcNow()).WithPhrase(InFuture);
    }
}

internal sealed class RecordConsentHandler(CustomersDbContext db, CallerContext caller) : ICommandHandler<RecordConsent, ConsentSaved>
{
    public async Task<ConsentSaved> Handle(RecordConsent command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        if (!await db.Set<ConsentPurpose>().AnyAsync(p => p.Code == command.Purpose && !p.IsRetired, ct)) throw PrivacyRules.PurposeUnknown.Broken(command.Purpose);
        var now = db.Time.GetUtcNow();
        var point = await NormalisedPoint.Of(db, customer, command.Channel, command.ContactPoint, ct);
        var consent = new Consent(
            new ConsentFacts(customer, command.Purpose, command.Channel, point, command.IsGiven, command.Source, command.TextVersion, command.Evidence, command.At ?? now), caller.Caller.Id, now);
        db.Add(consent);
        return new ConsentSaved(consent.Key, customer.Value);
    }
}

/// <summary>Numbers and addresses of consents in the form in which those of customers are compared.</summary>
internal static class NormalisedPoint
{
    public static async Task<string?> Of(CustomersDbContext db, CustomerId customer, ConsentChannel channel, string? written, CancellationToken ct)
    {
        if (written is null) return null;
        var kind = channel switch
        {
            ConsentChannel.Phone or ConsentChannel.Message => ContactPointKind.Phone,
            ConsentChannel.Social => ContactPointKind.Social,
            _ => ContactPointKind.Email,
        };
        var addresses = await db.Customers.AsNoTracking().Where(c => c.Id == customer).SelectMany(c => c.Addresses)
            .Where(a => a.Kind == AddressKind.Main).OrderByDescending(a => a.IsPrimary).Select(a => a.Country).FirstOrDefaultAsync(ct);
        return ContactPoint.Normalise(kind, written, Countries.CodeOf(addresses));
    }
}
