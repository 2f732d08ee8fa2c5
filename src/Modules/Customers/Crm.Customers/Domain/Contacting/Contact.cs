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
    private Contact()
    {
    }

    public Contact(ContactFacts facts) => Take(facts);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [PersonalInCopies]
    public string Name { get; private set; } = "";

    [PersonalInCopies]
    public string? Title { get; private set; }

    [PersonalInCopies]
    public string? Department { get; private set; }

    public bool IsPrimary { get; internal set; }

    internal bool IsMeantBy(ContactFacts facts) => facts.Id is { } id ? id == Id : facts.Name == Name;

    internal void Take(ContactFacts facts) => (Name, Title, Department, IsPrimary) = (facts.Name, facts.Title, facts.Department, facts.IsPrimary);
}
