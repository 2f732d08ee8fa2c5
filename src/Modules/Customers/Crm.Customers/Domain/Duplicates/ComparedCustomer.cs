namespace Crm.Customers.Domain.Duplicates;

internal static class ComparedCustomer
{
    // As many letters of the name as a number has room for.
    private const int RankLetters = 4;

    /// <summary>What of a customer is compared.</summary>
    public static ComparedRecord Of(Customer customer)
    {
        var country = customer.Country;
        return ComparedRecord.Of(customer.Kind, Values(customer).Select(v => v.Field == DedupeField.Country ? (v.Field, country ?? v.Value) : v));
    }

    /// <summary>Puts customers of like names beside each other within a block: where it is too great, only neighbours are compared.</summary>
    public static long RankOf(ComparedRecord record)
    {
        var name = record.Values(DedupeField.Name) is [var first, ..] ? first : "";
        long rank = 0;
        for (var i = 0; i < RankLetters; i++) rank = (rank << 15) | (i < name.Length ? (uint)name[i] >> 1 : 0);
        return rank;
    }

    private static IEnumerable<(DedupeField Field, string? Value)> Values(Customer c)
    {
        yield return (DedupeField.Name, c.Name);
        yield return (DedupeField.Name, c.LegalName);
        if (c.Kind == CustomerKind.Organisation) yield return (DedupeField.Name, c.ShortName);
        yield return (DedupeField.BornOn, c.BornOn);
        yield return (DedupeField.TaxId, c.TaxId);
        if (c.Kind == CustomerKind.Organisation)
        {
            foreach (var contact in c.Contacts) yield return (DedupeField.ContactName, contact.Name);
        }

        foreach (var point in c.Numbers)
        {
            if (point.Kind is ContactPointKind.Phone or ContactPointKind.Mobile) yield return (DedupeField.Phone, point.Normalised);
            if (point.Kind == ContactPointKind.Email) yield return (DedupeField.Email, point.Normalised);
        }

        foreach (var address in c.Addresses)
        {
            yield return (DedupeField.Street, address.Lines);
            yield return (DedupeField.PostalCode, address.PostalCode);
            yield return (DedupeField.City, address.City);
            yield return (DedupeField.Region, address.Region);
            yield return (DedupeField.Country, address.Country);
        }
    }
}
