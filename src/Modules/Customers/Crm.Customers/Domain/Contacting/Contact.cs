using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Contacting;

/// <summary>What is said of a person to talk to.</summary>
/// <param name="Id">Of the contact that is meant; null: the one of the same name, or a new one.</param>
/// <param name="Name">As the person is called.</param>
/// <param name="Title">What the person does there.</param>
/// <param name="Department">Where in the organisation.</param>
/// <param name="IsPrimary">To be talked to first.</param>
/// <param name="ContactPoints">By which the person is reached.</param>
internal sealed record ContactFacts(Guid? Id, string Name, string? Title, string? Department, bool IsPrimary, IReadOnlyList<ContactPointFacts> ContactPoints);

/// <summary>A person to talk to at a customer.</summary>
internal sealed class Contact
{
    private readonly List<ContactPoint> _contactPoints = [];

    private Contact()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [PersonalInCopies]
    public string Name { get; private set; } = "";

    [PersonalInCopies]
    public string? Title { get; private set; }

    [PersonalInCopies]
    public string? Department { get; private set; }

    public bool IsPrimary { get; internal set; }

    public IReadOnlyList<ContactPoint> ContactPoints => _contactPoints;

    /// <summary>
    /// Makes the contacts those that are wanted. Who is named by id keeps the row under any name; without an id the contact is meant that says
    /// the same, else one of the same name that nobody else means. What is said twice to the letter is said once.
    /// </summary>
    /// <exception cref="RuleBroken">An id is of none of them.</exception>
    internal static void Replace(List<Contact> present, IReadOnlyList<ContactFacts> wanted)
    {
        var known = new Dictionary<ContactFacts, Contact>(ReferenceEqualityComparer.Instance);
        foreach (var facts in wanted.Where(w => w.Id is not null)) known.Add(facts, Of(facts));
        var free = present.Except(known.Values).ToList();
        var unnamed = wanted.Where(w => w.Id is null).DistinctBy(w => (w.Name, w.Title, w.Department, string.Join('\n', w.ContactPoints))).ToList();
        foreach (var facts in unnamed) Claim(c => (c.Name, c.Title, c.Department) == (facts.Name, facts.Title, facts.Department), facts);
        foreach (var facts in unnamed.Where(f => !known.ContainsKey(f))) Claim(c => c.Name == facts.Name, facts);
        present.RemoveAll(free.Contains);
        foreach (var facts in wanted.Where(w => w.Id is not null || unnamed.Exists(u => ReferenceEquals(u, w))))
        {
            if (!known.TryGetValue(facts, out var contact)) present.Add(contact = new Contact());
            contact.Take(facts);
        }

        Parts.MakeOnePrimary(present, c => c.IsPrimary, (c, primary) => c.IsPrimary = primary);

        Contact Of(ContactFacts facts) => present.Find(c => c.Id == facts.Id) ?? throw CustomersRules.ContactUnknown.Broken(facts.Id);

        void Claim(Func<Contact, bool> isMeant, ContactFacts facts)
        {
            if (free.FirstOrDefault(isMeant) is not { } contact) return;
            known.Add(facts, contact);
            free.Remove(contact);
        }
    }

    private void Take(ContactFacts facts)
    {
        (Name, Title, Department, IsPrimary) = (facts.Name, facts.Title, facts.Department, facts.IsPrimary);
        ContactPoint.Replace(_contactPoints, facts.ContactPoints);
    }
}
