using Crm.BuildingBlocks;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Domain.Pools;

namespace Crm.Customers.Domain;

// One that was found to be another one leads to that one for good, and stays as it was, so that it can be had back.
internal sealed partial class Customer
{
    /// <summary>The customer that this one was found to be.</summary>
    public CustomerId? MergedIntoId { get; private set; }

    /// <summary>The last of the customers that this one leads to; null where it was merged into none.</summary>
    public CustomerId? SurvivorId { get; private set; }

    /// <summary>Names and codes of those that were merged into it: it is found by them, too.</summary>
    [PersonalInCopies]
    public string? FormerNames { get; private set; }

    /// <summary>Leads to another one from now on; its keys in other systems go over to that one.</summary>
    /// <param name="into">Which it was found to be.</param>
    /// <param name="survivor">To which that one leads, or that one.</param>
    public void LeadTo(CustomerId into, CustomerId survivor)
    {
        RefuseIfErased();
        (MergedIntoId, SurvivorId) = (into, survivor);
        _externalRefs.Clear();
        Raise(new CustomerWasMerged(survivor));
        Raise(new CustomerWasChanged());
    }

    /// <summary>Becomes what a merge or its undoing makes of it, to the last: what is not said is not so.</summary>
    public void Become(CustomerDetails details, Ownership ownership, string? ownershipReason, string? blockReason, DateTimeOffset now)
    {
        RefuseIfErased();
        if (!CanComeTo(ownership)) throw PoolRules.ClaimFirst.Broken();
        var (before, wasBlocked) = (Ownership, IsBlocked);
        BelongTo(ownership.OwnerId, ownership.UnitId, now);
        TerritoryId = ownership.TerritoryId;
        Take(details);
        Raise(new CustomerWasChanged());
        TellOwnershipAndBlocking(before, wasBlocked, ownershipReason, blockReason);
        (OwnershipReason, BlockReason) = (ownershipReason, IsBlocked ? blockReason : null);
    }

    /// <summary>What it was merged into leads elsewhere now.</summary>
    public void Follow(CustomerId survivor)
    {
        SurvivorId = survivor;
        Raise(new CustomerWasMerged(survivor));
        Raise(new CustomerWasChanged());
    }

    /// <summary>Is a customer of its own again, with the keys in other systems that it had.</summary>
    public void StandAlone(IEnumerable<ExternalRef> refs)
    {
        var survivor = SurvivorId!.Value;
        (MergedIntoId, SurvivorId) = (null, null);
        _externalRefs.AddRange(refs);
        Raise(new CustomerWasUnmerged(survivor));
        Raise(new CustomerWasChanged());
    }

    public void KnowAs(IEnumerable<string> formerNames)
    {
        var names = string.Join(' ', formerNames);
        FormerNames = names.Length == 0 ? null : names[..Math.Min(names.Length, LongestSearchText)];
        MakeSearchText();
    }

    /// <exception cref="RuleBroken">It was merged or erased: nothing of it changes any more.</exception>
    public void RefuseIfGone() => RefuseIfErased();

    private void MakeSearchText()
    {
        var searched = Folding.Fold(string.Join(
            ' ', new[] { Name, ShortName, LegalName, Code, Pinyin.Initials(Name), Pinyin.Initials(ShortName), FormerNames }.OfType<string>()));
        SearchText = searched[..Math.Min(searched.Length, LongestSearchText)];
    }

    private void RefuseIfMerged()
    {
        if (SurvivorId is { } survivor) throw MergingRules.Merged.Broken(survivor.Value);
    }
}
