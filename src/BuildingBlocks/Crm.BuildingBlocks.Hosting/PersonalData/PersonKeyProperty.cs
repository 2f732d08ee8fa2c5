using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>Whose the personal values of an aggregate are.</summary>
internal static class PersonKeyProperty
{
    /// <summary>The property that names the person; null when the aggregate is the person.</summary>
    public static IProperty? Of(IEntityType aggregate) =>
        aggregate.GetProperties().FirstOrDefault(p => p.PropertyInfo?.IsDefined(typeof(PersonKeyAttribute)) == true);

    public static Guid? IdIn(object? value) => value switch { Guid id => id, ITypedId typed => typed.Value, _ => null };
}
