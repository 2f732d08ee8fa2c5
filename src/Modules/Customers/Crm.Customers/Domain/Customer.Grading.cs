using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

// What the last evaluation found. One that has run out stays, and is seen as such by the day until which it held.
internal sealed partial class Customer
{
    public string? Grade { get; private set; }

    /// <summary>The last business day on which the grade holds.</summary>
    public DateOnly? GradeValidUntil { get; private set; }

    public void TakeGrade(string grade, DateOnly validUntil)
    {
        RefuseIfErased();
        if ((Grade, GradeValidUntil) == (grade, validUntil)) return;
        var before = Grade;
        (Grade, GradeValidUntil) = (grade, validUntil);
        Raise(new CustomerWasGraded(before));
    }
}

/// <param name="Before">The grade that the customer had; null for none.</param>
internal sealed record CustomerWasGraded(string? Before) : DomainEvent;
