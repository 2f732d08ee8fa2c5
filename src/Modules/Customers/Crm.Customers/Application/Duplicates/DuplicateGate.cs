using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;

namespace Crm.Customers.Application.Duplicates;

/// <summary>Looks for customers like one that is about to be registered, and stops it or writes down that there are some.</summary>
internal sealed class DuplicateGate(CustomersDbContext db, DuplicateSearch search, CallerContext caller, TimeProvider time)
{
    private const int MostShown = 20;

    private static readonly Phrase Knowingly = new("Registered beside it, knowingly.", "登记时已确认为不同客户。");

    /// <summary>Refuses a customer that may be there already, unless it comes with an override for just those.</summary>
    /// <exception cref="RuleBroken">With the candidates and an override.</exception>
    public async Task Pass(Customer customer, RegisterCustomer command, CancellationToken ct)
    {
        var record = ComparedCustomer.Of(customer);
        var like = await search.Like(record, customer.Id, ct);
        if (like.Count == 0) return;
        if (command.OnDuplicates == OnDuplicates.Note)
        {
            await Note(customer, record, like, ct);
            return;
        }

        var body = DuplicateOverride.HashOf(command);
        if (command.DuplicateOverride is not { } token) throw Refused(like, body);
        var given = DuplicateOverride.Read(db, token);
        if (given is null || given.CallerId != caller.Caller.Id || given.Body != body || given.Until < time.GetUtcNow()) throw DuplicatesRules.OverrideNotValid.Broken();
        if (!like.All(c => given.Candidates.Contains(c.Id.Value))) throw Refused(like, body);
        foreach (var candidate in await Note(customer, record, like, ct)) candidate.Reject(Knowingly.In(caller.Language), caller.Caller.Id, time.GetUtcNow());
        db.AddAuditEntry("register-beside-duplicates", "customer", customer.Key, new { candidates = like.Select(c => c.Id.Value) });
    }

    private async Task<List<DuplicateCandidate>> Note(Customer customer, ComparedRecord record, IReadOnlyList<LikeCustomer> like, CancellationToken ct)
    {
        var pairs = CandidateLedger.PairsOf(customer.Id, db.FingerprintOf(record.Written()), customer.UnitId, like).ToList();
        await db.Note(pairs, time.GetUtcNow(), ct);
        return [.. db.ChangeTracker.Entries<DuplicateCandidate>().Select(e => e.Entity).Where(c => c.FirstId == customer.Id || c.SecondId == customer.Id)];
    }

    private RuleBroken Refused(IReadOnlyList<LikeCustomer> like, string body)
    {
        var until = time.GetUtcNow() + DuplicateOverride.Lifetime;
        var token = new DuplicateOverride(caller.Caller.Id, body, until, like.Select(c => c.Id.Value).ToHashSet()).Written(db);
        return new RuleBroken(DuplicatesRules.Suspected)
        {
            Told = new Dictionary<string, object?>
            {
                ["candidates"] = like.Take(MostShown).Select(Shown).ToList(),
                ["duplicateOverride"] = token,
                ["overrideUntil"] = until,
            },
        };
    }

    // By the right to read, not by that to write: what one may not see has neither name nor reasons.
    private LikeView Shown(LikeCustomer like) => caller.Caller.Reaches(caller.Caller.ScopeOf(CustomersPermissions.Read.Name), like.OwnerId, like.UnitId)
        ? new LikeView(
            IsHidden: false, like.Match.Band, like.UnitId, like.Id.Value, MaskedText.Of(caller.Caller, "customers.code", like.Code),
            MaskedText.Of(caller.Caller, "customers.name", like.Name), FieldMatchView.ScoreOf(like.Match, caller.Caller),
            FieldMatchView.Of(like.Match, caller.Caller))
        : new LikeView(IsHidden: true, like.Match.Band, like.UnitId);
}

/// <summary>A customer that may be the same.</summary>
/// <param name="IsHidden">The caller may not see it: only the unit to ask is told.</param>
/// <param name="Band">How likely.</param>
/// <param name="UnitId">The unit it belongs to.</param>
/// <param name="Id">The customer.</param>
/// <param name="Code">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">Bits of weight; null where the caller does not see all that was compared.</param>
/// <param name="Fields">What speaks for it and against it.</param>
internal sealed record LikeView(
    bool IsHidden, MatchBand Band, Guid? UnitId, Guid? Id = null, string? Code = null, string? Name = null, double? Score = null, IReadOnlyList<FieldMatchView>? Fields = null);

/// <param name="Field">That was compared.</param>
/// <param name="Comparer">How.</param>
/// <param name="Similarity">From 0 to 1.</param>
/// <param name="Weight">Bits, below zero where it speaks against.</param>
/// <param name="Verdict">In a word.</param>
internal sealed record FieldMatchView(DedupeField Field, DedupeComparer Comparer, double Similarity, double Weight, FieldVerdict Verdict)
{
    /// <summary>Null where a field is hidden: what the others do not make up would tell how that one compares.</summary>
    public static double? ScoreOf(Match match, Caller caller) => match.Fields.Any(f => MaskedText.IsHidden(caller, MaskOf(f.Field))) ? null : match.Score;

    /// <summary>Without the fields that the caller does not see: how alike they are would tell of them.</summary>
    public static IReadOnlyList<FieldMatchView> Of(Match match, Caller caller) =>
        [.. match.Fields.Where(f => !MaskedText.IsHidden(caller, MaskOf(f.Field))).Select(f => new FieldMatchView(f.Field, f.Comparer, f.Similarity, f.Weight, f.Verdict))];

    /// <summary>As masks call it.</summary>
    public static string MaskOf(DedupeField field) => field switch
    {
        DedupeField.Name or DedupeField.LegalForm => "customers.name",
        DedupeField.ContactName => "customers.contacts.name",
        DedupeField.BornOn => "customers.bornOn",
        DedupeField.TaxId => "customers.taxId",
        DedupeField.Phone or DedupeField.Email => CustomerFields.Number,
        DedupeField.Street => "customers.addresses.lines",
        DedupeField.PostalCode => "customers.addresses.postalCode",
        DedupeField.City => "customers.addresses.city",
        DedupeField.Region => "customers.addresses.region",
        _ => "customers.addresses.country",
    };
}
