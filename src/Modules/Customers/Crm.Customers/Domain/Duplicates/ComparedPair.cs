using Crm.Customers.Domain.Duplicates.Naming;
using Crm.Customers.Domain.Duplicates.Similarity;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>Two records, and what was already found out about both together.</summary>
internal ref struct ComparedPair(ComparedRecord a, ComparedRecord b)
{
    private const double OtherHouse = 0.7;
    // From so many letters on a name says all that its weight stands for; a Chinese character says as much as 2.5 letters.
    private const double FullName = 5;
    private const double PerCharacter = 2.5;

    private NameAgreement? _names;

    /// <returns>From 0 to 1; null where one of the two does not say it.</returns>
    public double? Similarity(DedupeComparison comparison)
    {
        if (a.Values(comparison.Field).Count == 0 || b.Values(comparison.Field).Count == 0) return null;
        return comparison.Comparer switch
        {
            DedupeComparer.GivenName => Names.Given,
            DedupeComparer.FamilyName => Names.Family,
            DedupeComparer.OrganisationName => BestOf(a.Organisations, b.Organisations, static (x, y) => x.Similarity(y)),
            DedupeComparer.Overlap when comparison.Field == DedupeField.Street => Street(),
            _ => BestOf(a.Values(comparison.Field), b.Values(comparison.Field), Comparers.Of(comparison.Comparer)),
        };
    }

    /// <summary>How much of its weight an agreement is worth, from 0 to 1: that two have a short name says little.</summary>
    public double Information(DedupeComparison comparison) => comparison.Comparer switch
    {
        DedupeComparer.GivenName => Letters(Names.GivenText),
        DedupeComparer.FamilyName => Letters(Names.FamilyText),
        _ => 1,
    };

    private NameAgreement Names => _names ??= BestNames();

    private static double Letters(string name)
    {
        var letters = 0.0;
        foreach (var c in name) letters += c is >= '\u4e00' and <= '\u9fff' ? PerCharacter : 1;
        return Math.Min(letters / FullName, 1);
    }

    private readonly NameAgreement BestNames()
    {
        var best = default(NameAgreement);
        var isFirst = true;
        foreach (var x in a.Persons)
        {
            foreach (var y in b.Persons)
            {
                var found = NameAgreement.Of(x, y);
                if (isFirst || found.IsBetterThan(best)) best = found;
                isFirst = false;
            }
        }

        return best;
    }

    private readonly double Street()
    {
        var best = 0.0;
        for (var i = 0; i < a.Streets.Length; i++)
        {
            for (var j = 0; j < b.Streets.Length; j++)
            {
                var alike = Bigrams.Overlap(a.Streets[i], b.Streets[j]);
                if (alike > best) best = Math.Max(best, Comparers.HousesDiffer(a.Values(DedupeField.Street)[i], b.Values(DedupeField.Street)[j]) ? alike * OtherHouse : alike);
            }
        }

        return best;
    }

    private static double BestOf<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, double> similarity)
    {
        var best = 0.0;
        for (var i = 0; i < a.Count && best < 1; i++)
        {
            for (var j = 0; j < b.Count && best < 1; j++) best = Math.Max(best, similarity(a[i], b[j]));
        }

        return best;
    }
}
