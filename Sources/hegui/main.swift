print("hegui")
